import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/button";
import { type Column, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { formatInstant } from "@/components/format-date";
import { localizedText } from "@/components/localized-text";
import { PageHeader } from "@/components/page-header";
import { SeriesSwatch } from "@/components/series-swatch";
import { Sparkline } from "@/components/sparkline";
import type { RecentSignals } from "@/features/trends/schema";
import type { Thesis } from "../schema";
import styles from "./theses.module.css";

type Facet = { slug: string; name: { en: string; zh: string } };
type Props = { slug: string; theses: Thesis[]; facets: Facet[]; signals: RecentSignals; canWrite: boolean };

/** Every thesis by facet, each with its twelve weeks; retired ones folded away below. */
export function ThesesList({ slug, theses, facets, signals, canWrite }: Props) {
  const t = useTranslations("theses");
  const locale = useLocale();
  const add = canWrite && (
    <LinkButton href={`/w/${slug}/theses/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
  const active = theses.filter((thesis) => thesis.status === "active");
  const retired = theses.filter((thesis) => thesis.status === "retired");
  const table = (caption: string, rows: Thesis[]) => (
    <DataTable
      caption={caption}
      columns={columns(t, locale, signals)}
      rows={rows}
      rowKey={(thesis) => thesis.id}
      rowHref={(thesis) => `/w/${slug}/theses/${thesis.slug}`}
    />
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      {signals.past && signals.latestDay && (
        <p className={styles.muted}>
          {t("list.past", { day: formatInstant(signals.latestDay, signals.timeZone, locale, "day") })}
        </p>
      )}
      {theses.length === 0 && <EmptyState title={t("list.none")} description={t("list.noneDescription")} actions={add} />}
      {facets.map((facet) => {
        const rows = active.filter((thesis) => thesis.facet === facet.slug);
        const name = localizedText(facet.name, locale);
        return rows.length === 0 ? null : (
          <section key={facet.slug} className={styles.section}>
            <h2>{name}</h2>
            {table(t("list.caption", { facet: name }), rows)}
          </section>
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

function columns(t: ReturnType<typeof useTranslations<"theses">>, locale: string, signals: RecentSignals): Column<Thesis>[] {
  const bucketsOf = (thesis: Thesis) => signals.data.find((one) => one.thesisId === thesis.id)?.buckets ?? [];
  const totalOf = (thesis: Thesis) => bucketsOf(thesis).reduce((sum, bucket) => sum + bucket.value, 0);
  return [
    {
      id: "thesis",
      header: t("list.thesis"),
      role: "primary",
      cell: (thesis) => (
        <>
          <span className={styles.name}>
            <SeriesSwatch index={thesis.color} />
            {localizedText(thesis.name, locale)}
          </span>
          <span className={styles.statement}>{localizedText(thesis.statement, locale)}</span>
        </>
      ),
    },
    {
      id: "weeks",
      header: t("list.weeks"),
      kind: "nowrap",
      cell: (thesis) => (
        <Sparkline
          values={bucketsOf(thesis).map((bucket) => bucket.value)}
          colorIndex={thesis.color}
          unfinished={!signals.past}
          label={t("list.sparkline", {
            name: localizedText(thesis.name, locale),
            total: totalOf(thesis),
            from: formatInstant(signals.from, signals.timeZone, locale, "day"),
          })}
        />
      ),
    },
    { id: "items", header: t("list.items"), kind: "number", cell: totalOf },
  ];
}
