import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { Sparkline } from "@/components/charts/sparkline";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import text from "@/components/layout/text.module.css";
import { type Column, DataTable } from "@/components/table/data-table";
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
  theses: Thesis[];
  facets: Facet[];
  signals: WeeklySignals;
  counts: ThesisCounts[];
  canWrite: boolean;
};

/** Every thesis by facet, each with its twelve weeks and what carries it; retired ones folded away below. */
export function ThesesList({ slug, theses, facets, signals, counts, canWrite }: Props) {
  const t = useTranslations("theses");
  const locale = useLocale();
  const columns = useColumns({ slug, signals, counts });
  const add = canWrite && (
    <LinkButton href={`/w/${slug}/theses/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
  const retired = theses.filter((thesis) => thesis.status === "retired");
  const table = (caption: string, rows: Thesis[]) => (
    <DataTable
      caption={caption}
      columns={columns}
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
        <p className={text.muted}>
          {t.rich("list.past", {
            day: formatInstant(signals.latestDay, signals.timeZone, locale, "day"),
            link: (text) => <Link href={`/w/${slug}/trends`}>{text}</Link>,
          })}
        </p>
      )}
      {theses.length === 0 && (
        <EmptyState
          icon="thesis"
          title={t("list.none")}
          description={t("list.noneDescription")}
          actions={add}
        />
      )}
      {facets.map((facet) => {
        const rows = theses.filter((thesis) => thesis.facet === facet.slug && thesis.status === "active");
        const name = localizedText(facet.name, locale);
        return rows.length === 0 ? null : (
          <Section key={facet.slug} title={name}>
            {table(t("list.caption", { facet: name }), rows)}
          </Section>
        );
      })}
      {retired.length > 0 && (
        <details className={styles.section}>
          <summary>{t("list.retired", { count: retired.length })}</summary>
          {table(t("list.retired", { count: retired.length }), retired)}
        </details>
      )}
    </>
  );
}

type ColumnsProps = Pick<Props, "slug" | "signals" | "counts">;

function useColumns({ slug, signals, counts }: ColumnsProps): Column<Thesis>[] {
  const t = useTranslations("theses.list");
  const locale = useLocale();
  const counted = (section: "news" | "companies" | "deals"): Column<Thesis> => ({
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
    { id: "thesis", header: t("thesis"), role: "primary", cell: (thesis) => <Said thesis={thesis} /> },
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
  ];
}

function Said({ thesis }: { thesis: Thesis }) {
  const locale = useLocale();
  return (
    <>
      <span className={styles.name}>
        <SeriesSwatch index={thesis.color} />
        {localizedText(thesis.name, locale)}
      </span>
      <span className={styles.statement}>{localizedText(thesis.statement, locale)}</span>
    </>
  );
}
