import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import text from "@/components/layout/text.module.css";
import { DataTable } from "@/components/table/data-table";
import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { Figures } from "../schema";
import styles from "./agreement.module.css";
import { EstimateCard, EstimateText } from "./estimate";

type Props = { figures: Figures; theses: readonly ThesisOption[] };

/** The three alphas of a round with what they mean, then by thesis and by first reader. */
export function RoundFigures({ figures, theses }: Props) {
  const t = useTranslations("agreement.round");
  const locale = useLocale();
  const { items, disagreements, settled } = figures;
  const nameOf = (slug: string) => {
    const thesis = theses.find((one) => one.slug === slug);
    return thesis ? localizedText(thesis.name, locale) : slug;
  };
  const measures = ["sets", "presence", "stance"] as const;
  return (
    <div>
      <Section title={t("figures")}>
        <p>
          {t("items", { count: items })} {t("disagreements", { count: disagreements, settled })}
        </p>
        <div className={styles.cards}>
          {measures.map((measure) => (
            <EstimateCard key={measure} measure={measure} estimate={figures[measure]} />
          ))}
        </div>
        <p className={text.muted}>{t("cutoffs")}</p>
      </Section>
      <Section title={t("byThesis")}>
        <DataTable
          caption={t("byThesis")}
          rows={figures.theses}
          rowKey={({ thesisId }) => thesisId}
          columns={[
            { id: "thesis", header: t("thesis"), role: "primary", cell: ({ thesis }) => nameOf(thesis) },
            { id: "both", header: t("both"), kind: "number", cell: ({ both }) => both },
            { id: "first", header: t("onlyFirst"), kind: "number", cell: ({ onlyFirst }) => onlyFirst },
            { id: "second", header: t("onlySecond"), kind: "number", cell: ({ onlySecond }) => onlySecond },
            {
              id: "presence",
              header: t("presence"),
              kind: "number",
              cell: ({ presence }) => <EstimateText estimate={presence} />,
            },
            {
              id: "stance",
              header: t("stance"),
              kind: "number",
              cell: ({ stance }) => <EstimateText estimate={stance} />,
            },
          ]}
        />
      </Section>
      <Section title={t("byPair")}>
        <DataTable
          caption={t("byPair")}
          rows={figures.pairs}
          rowKey={({ first }) => first.id}
          columns={[
            { id: "first", header: t("first"), role: "primary", cell: ({ first }) => first.name },
            { id: "items", header: t("compared"), kind: "number", cell: (pair) => pair.items },
            ...measures.map((measure) => ({
              id: measure,
              header: t(measure),
              kind: "number" as const,
              cell: (pair: Figures["pairs"][number]) => <EstimateText estimate={pair[measure]} />,
            })),
          ]}
        />
      </Section>
    </div>
  );
}
