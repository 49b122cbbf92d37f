import type { ChartSeries } from "@/components/charts/chart-types";
import { withQuery } from "@/components/query-string";
import { addDays, type Range } from "../rules";
import type { Series, SignalBucket } from "../schema";

/** The list of exactly the items a bucket counts: its days, as far as the range asked for reaches. */
export function itemsHref(
  workspace: string,
  thesis: string,
  bucket: SignalBucket,
  range: Range,
  stance?: string,
): string {
  const from = bucket.start.localeCompare(range.from) < 0 ? range.from : bucket.start;
  const to = bucket.end.localeCompare(range.to) > 0 ? range.to : bucket.end;
  return withQuery(`/w/${workspace}/news`, {}, { thesis, from, to, stance: stance ?? null });
}

type Names = ReadonlyMap<string, { name: string; color: number }>;
type Words = { for: string; against: string; neutral: string };

/** Series as the chart frames draw them; their periods end on the last day, ours on the day after. */
export function chartSeries(
  workspace: string,
  data: readonly Series[],
  names: Names,
  range: Range,
  words: Words,
): ChartSeries[] {
  return data.map(({ thesis, buckets }) => ({
    key: thesis,
    label: names.get(thesis)?.name ?? thesis,
    colorIndex: names.get(thesis)?.color ?? 0,
    points: buckets.map((bucket) => ({
      start: bucket.start,
      end: addDays(bucket.end, -1),
      value: bucket.value,
      complete: bucket.complete,
      href: itemsHref(workspace, thesis, bucket, range),
      tooltip: [
        [words.for, String(bucket.for)],
        [words.against, String(bucket.against)],
        [words.neutral, String(bucket.neutral)],
      ],
    })),
  }));
}

export function stancePoints(workspace: string, { thesis, buckets }: Series, range: Range) {
  return buckets.map((bucket) => ({
    start: bucket.start,
    end: addDays(bucket.end, -1),
    complete: bucket.complete,
    for: bucket.for,
    against: bucket.against,
    neutral: bucket.neutral,
    href: {
      for: itemsHref(workspace, thesis, bucket, range, "for"),
      against: itemsHref(workspace, thesis, bucket, range, "against"),
      neutral: itemsHref(workspace, thesis, bucket, range, "neutral"),
    },
  }));
}
