import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { Sparkline } from "@/components/charts/sparkline";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { DataTable } from "@/components/table/data-table";
import { type Listed, ListFrame } from "@/components/table/list-frame";
import { type ListColumn, ListColumnChoice, shownColumns } from "@/components/table/list-table";
import { DateText } from "@/components/text/date-text";
import { formatInstant } from "@/components/text/format-date";
import { localizedText } from "@/components/text/localized-text";
import type { Thesis, ThesisCounts } from "../schema";
import styles from "./theses.module.css";

/** What carried each thesis, week by week; `from` an instant. `past`: the weeks end with the latest item, long ago. */
type WeeklySignals = {
  from: string;
  latestDay: string | null;
  past: boolean;
  timeZone: string;
  data: readonly { thesisId: string; buckets: readonly { value: number; complete: boolean }[] }[];
};
type Facet = { slug: string; name: { en: string; zh: string } };
type Props = {
  slug: string;
  listed: Listed<Thesis>;
  facets: Facet[];
  signals: WeeklySignals;
  counts: ThesisCounts[];
  canWrite: boolean;
};

const usualSort = "position";

/** The theses, each with its twelve weeks and what carries it. */
export function ThesesList({ slug, listed, facets, signals, counts, canWrite }: Props) {
  const t = useTranslations("theses");
  const locale = useLocale();
  const columns = useColumns({ slug, signals, counts });
  const { list } = listed;
  const isWhole = Object.keys(list.filters).length === 0 && (list.sort ?? usualSort) === usualSort;
  const add = canWrite && (
    <LinkButton href={`/w/${slug}/theses/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
  const table = (caption: string, rows: Thesis[]) => (
    <DataTable
      caption={caption}
      columns={shownColumns(columns, { ...listed, usualSort })}
      rows={rows}
      rowKey={(thesis) => thesis.id}
      rowHref={(thesis) => `/w/${slug}/theses/${thesis.slug}`}
    />
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <LinkButton href={`/w/${slug}/rules`}>{t("rules")}</LinkButton>
            <LinkButton href={`/w/${slug}/suggestions`}>{t("suggestions")}</LinkButton>
            {add}
          </>
        }
      />
      {signals.past && signals.latestDay && (
        <p className={text.note}>
          {t.rich("list.past", {
            day: formatInstant(signals.latestDay, signals.timeZone, locale, "day"),
            link: (words) => <Link href={`/w/${slug}/trends`}>{words}</Link>,
          })}
        </p>
      )}
      <ListFrame
        {...listed}
        filters={[
          { kind: "search", name: "q", label: t("list.search"), placeholder: t("list.searchPlaceholder") },
          {
            kind: "many",
            name: "facet",
            label: t("list.facet"),
            options: facets.map((facet) => ({ value: facet.slug, label: localizedText(facet.name, locale) })),
          },
          {
            kind: "many",
            name: "status",
            label: t("list.status"),
            options: [
              { value: "active", label: t("list.active") },
              { value: "retired", label: t("page.retired") },
            ],
          },
        ]}
        tools={<ListColumnChoice columns={columns} chosen={listed.chosen} />}
        empty={
          <EmptyState
            icon="thesis"
            title={t("list.none")}
            description={t("list.noneDescription")}
            actions={add}
          />
        }
      >
        {isWhole ? (
          <ByFacet theses={list.data} facets={facets} table={table} />
        ) : (
          table(t("list.found"), list.data)
        )}
      </ListFrame>
    </>
  );
}

type ByFacetProps = {
  theses: Thesis[];
  facets: Facet[];
  table: (caption: string, rows: Thesis[]) => ReactNode;
};

/** All of them under their facets; retired ones folded away below. */
function ByFacet({ theses, facets, table }: ByFacetProps) {
  const t = useTranslations("theses.list");
  const locale = useLocale();
  const retired = theses.filter((thesis) => thesis.status === "retired");
  return (
    <>
      {facets.map((facet) => {
        const rows = theses.filter((thesis) => thesis.facet === facet.slug && thesis.status === "active");
        const name = localizedText(facet.name, locale);
        return rows.length === 0 ? null : (
          <Section key={facet.slug} title={name}>
            {table(t("caption", { facet: name }), rows)}
          </Section>
        );
      })}
      {retired.length > 0 && (
        <details className={styles.retired}>
          <summary>{t("retired", { count: retired.length })}</summary>
          {table(t("retired", { count: retired.length }), retired)}
        </details>
      )}
    </>
  );
}

type ColumnsProps = Pick<Props, "slug" | "signals" | "counts">;

function useColumns({ slug, signals, counts }: ColumnsProps): ListColumn<Thesis>[] {
  const t = useTranslations("theses.list");
  const locale = useLocale();
  const counted = (section: "news" | "companies" | "deals"): ListColumn<Thesis> => ({
    id: section,
    header: t(section),
    kind: "number",
    ...(section === "news" ? {} : { role: "wide" }),
    cell: (thesis) => (
      <Link href={`/w/${slug}/${section}?thesis=${thesis.slug}`} prefetch={false}>
        {counts.find((one) => one.thesisId === thesis.id)?.[section] ?? 0}
      </Link>
    ),
  });
  return [
    {
      id: "name",
      header: t("thesis"),
      role: "primary",
      sort: "name",
      cell: (thesis) => <Said thesis={thesis} />,
    },
    {
      id: "weeks",
      header: t("weeks"),
      kind: "nowrap",
      cell: (thesis) => {
        const weeks = signals.data.find((one) => one.thesisId === thesis.id)?.buckets ?? [];
        return (
          <Sparkline
            values={weeks.map((week) => week.value)}
            colorIndex={thesis.color}
            unfinished={weeks.at(-1)?.complete === false}
            label={t("sparkline", {
              name: localizedText(thesis.name, locale),
              total: weeks.reduce((sum, week) => sum + week.value, 0),
              from: formatInstant(signals.from, signals.timeZone, locale, "day"),
            })}
          />
        );
      },
    },
    counted("news"),
    counted("companies"),
    counted("deals"),
    {
      id: "owner",
      shown: "chosen",
      header: t("owner"),
      kind: "nowrap",
      sort: "owner",
      cell: (thesis) => thesis.owner?.name,
    },
    { id: "horizon", shown: "chosen", header: t("horizon"), cell: (thesis) => thesis.horizon },
    {
      id: "updatedAt",
      shown: "chosen",
      header: t("updated"),
      kind: "nowrap",
      sort: "updated",
      cell: (thesis) => <DateText value={thesis.updatedAt} timeZone={signals.timeZone} />,
    },
  ];
}

function Said({ thesis }: { thesis: Thesis }) {
  const t = useTranslations("theses.page");
  const locale = useLocale();
  return (
    <>
      <span className={styles.name}>
        <SeriesSwatch index={thesis.color} />
        {localizedText(thesis.name, locale)}
        {thesis.status === "retired" && <StatusBadge tone="warning">{t("retired")}</StatusBadge>}
      </span>
      <span className={styles.statement}>{localizedText(thesis.statement, locale)}</span>
    </>
  );
}
