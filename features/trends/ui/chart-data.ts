import type { ChartSeries } from "@/components/charts/chart-types";
import { withQuery } from "@/components/filter/query-string";
import { distinctIndexes } from "@/components/theme/series";
import type { Range } from "@/lib/calendar/buckets";
import { addDays } from "@/lib/calendar/days";
import type { Series, SignalBucket } from "../schema";

/** The days of a bucket that are counted: those of the range asked for. */
function countedDays(bucket: SignalBucket, range: Range): Range {
  return {
    from: bucket.start.localeCompare(range.from) < 0 ? range.from : bucket.start,
    to: bucket.end.localeCompare(range.to) > 0 ? range.to : bucket.end,
  };
}

/** A period as the chart frames name it: by its last day, where ours is the day after. */
function period(bucket: SignalBucket, range: Range) {
  const { from, to } = countedDays(bucket, range);
  return { start: from, end: addDays(to, -1), complete: bucket.complete };
}

/** The list of exactly the items a bucket counts: its days, as far as the range asked for reaches. */
export function itemsHref(
  workspace: string,
  thesis: string,
  bucket: SignalBucket,
  range: Range,
  stance?: string,
): string {
  const { from, to } = countedDays(bucket, range);
  return withQuery(`/w/${workspace}/news`, {}, { thesis, from, to, stance: stance ?? null });
}

type Names = ReadonlyMap<string, { name: string; color: number }>;
type Words = { for: string; against: string; neutral: string };

/** Series as the chart frames draw them, each looking like its thesis unless another of the chart does already. */
export function chartSeries(
  workspace: string,
  data: readonly Series[],
  names: Names,
  range: Range,
  words: Words,
): ChartSeries[] {
  const looks = distinctIndexes(data.map(({ thesis }) => names.get(thesis)?.color ?? 0));
  return data.map(({ thesis, buckets }, at) => ({
    key: thesis,
    label: names.get(thesis)?.name ?? thesis,
    colorIndex: looks[at] ?? 0,
    points: buckets.map((bucket) => ({
      ...period(bucket, range),
      value: bucket.value,
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
    ...period(bucket, range),
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
