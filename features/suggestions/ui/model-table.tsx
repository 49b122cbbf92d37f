import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/layout/empty-state";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { type Column, DataTable } from "@/components/table/data-table";
import { localizedText } from "@/components/text/localized-text";
import type { ModelReport } from "../schema";
import { useFigures } from "./use-figures";

/** A thesis in one language; in none where nothing was measured. */
type Row = { report: ModelReport; measured: ModelReport["measured"][number] | null };

const tones = { on: "positive", off: "warning", few: "neutral", none: "neutral" } as const;

/** Every thesis by language: whether it is suggested, how right and how complete that is, and the same of a plain search. */
export function ModelTable({ slug, reports }: { slug: string; reports: readonly ModelReport[] }) {
  const t = useTranslations("suggestions.models");
  return (
    <DataTable
      caption={t("caption")}
      columns={useColumns()}
      rows={reports.flatMap(rowsOf)}
      rowKey={({ report, measured }) => `${report.thesisId} ${measured?.language ?? ""}`}
      rowHref={({ report }) => `/w/${slug}/theses/${report.thesis}`}
      empty={<EmptyState icon="thesis" title={t("none")} description={t("noneDescription")} />}
    />
  );
}

function rowsOf(report: ModelReport): Row[] {
  return report.measured.length === 0
    ? [{ report, measured: null }]
    : report.measured.map((measured) => ({ report, measured }));
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("suggestions.models");
  const locale = useLocale();
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const { share, gain } = useFigures();
  const figure = (of: (measured: NonNullable<Row["measured"]>) => ReactNode) => ({
    kind: "nowrap" as const,
    cell: ({ measured }: Row) => (measured && measured.positives > 0 ? of(measured) : t("unknown")),
  });
  /** The model's figure, and below it that of the keywords. */
  const both = (which: "precision" | "recall") =>
    figure(({ model, keywords }) => (
      <>
        {share(model[which])}
        <div className={text.small}>{t("keywords", { figure: share(keywords[which]) })}</div>
      </>
    ));
  return [
    {
      id: "thesis",
      header: t("thesis"),
      role: "primary",
      width: "10rem",
      cell: ({ report, measured }) => {
        const name = localizedText(report.name, locale);
        return measured ? t("inLanguage", { name, language: languages.of(measured.language) ?? "" }) : name;
      },
    },
    {
      id: "state",
      header: t("state"),
      cell: ({ report, measured }) => {
        const state = measured?.state ?? (report.modelId ? "few" : "none");
        return <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>;
      },
    },
    {
      id: "measuredOn",
      header: t("measuredOn"),
      cell: ({ measured }) =>
        measured ? t("items", { items: measured.items, positives: measured.positives }) : t("unknown"),
    },
    { id: "precision", header: t("precision"), ...both("precision") },
    { id: "recall", header: t("recall"), ...both("recall") },
    { id: "gain", header: t("gain"), ...figure((measured) => gain(measured.gain)) },
    {
      id: "answers",
      header: t("answers"),
      kind: "nowrap",
      cell: ({ report }) => `${report.accepted} / ${report.rejected}`,
    },
  ];
}
