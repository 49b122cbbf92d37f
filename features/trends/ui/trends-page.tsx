import { useLocale, useTranslations } from "next-intl";
import { FilterBar } from "@/components/filter/filter-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { ErrorState } from "@/components/layout/error-state";
import { PageHeader } from "@/components/layout/page-header";
import { localizedText } from "@/components/text/localized-text";
import type { Range } from "@/lib/calendar/buckets";
import { buckets } from "@/lib/calendar/buckets";
import { countings, measures, type Signals } from "../schema";
import { RangeLinks } from "./range-links";
import { TrendCharts } from "./trend-charts";

export type ThesisName = {
  slug: string;
  name: { en: string; zh: string };
  color: number;
  status: "active" | "retired";
};

type Props = {
  slug: string;
  /** All of them: a retired one is not offered, but keeps its name and colour on a chart that asks for it. */
  theses: ThesisName[];
  /** Null when the range asked for cannot be charted; `problem` then says why. */
  signals: Signals | null;
  problem?: "tooMany" | "backwards";
  /** The latest day with items, when the range was moved back to it. */
  movedTo: string | null;
  /** Everything there is, or null in an empty workspace. */
  extent: Range | null;
  /** The day up to which the offered ranges reach. */
  until: string;
  searchParams: SearchParams;
};

/** Signals of several theses in one chart, the split by stance below, and what is counted in words. */
export function TrendsPage({ slug, theses, signals, problem, movedTo, extent, until, searchParams }: Props) {
  const t = useTranslations("trends");
  const locale = useLocale();
  const asked = String(searchParams.thesis ?? "").split(",");
  const offered = theses.filter((one) => one.status === "active" || asked.includes(one.slug));
  const option = (value: string, label: string) => ({ value, label });
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <FilterBar
        filters={[
          {
            kind: "many",
            name: "thesis",
            label: t("theses"),
            options: offered.map((one) => option(one.slug, localizedText(one.name, locale))),
          },
          {
            kind: "select",
            name: "bucket",
            label: t("bucket"),
            anyLabel: t("buckets.week"),
            options: buckets
              .filter((one) => one !== "week")
              .map((value) => option(value, t(`buckets.${value}`))),
          },
          {
            kind: "select",
            name: "measure",
            label: t("measure"),
            anyLabel: t("measures.count"),
            options: measures
              .filter((one) => one !== "count")
              .map((value) => option(value, t(`measures.${value}`))),
          },
          {
            kind: "select",
            name: "counting",
            label: t("counting"),
            anyLabel: t("countings.items"),
            options: countings
              .filter((one) => one !== "items")
              .map((value) => option(value, t(`countings.${value}`))),
          },
          { kind: "dates", from: "from", to: "to", label: t("range"), toExclusive: true },
        ]}
      />
      <RangeLinks
        pathname={`/w/${slug}/trends`}
        searchParams={searchParams}
        extent={extent}
        until={until}
        shown={signals}
      />
      {signals ? (
        <TrendCharts
          slug={slug}
          theses={theses}
          signals={signals}
          chosen={Boolean(searchParams.thesis)}
          movedTo={movedTo}
        />
      ) : (
        <ErrorState title={t(problem ?? "tooMany")} />
      )}
    </>
  );
}
