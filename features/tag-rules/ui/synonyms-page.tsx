import { useLocale, useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import type { Synonyms } from "../schema";
import styles from "./rules.module.css";
import { SynonymsForm } from "./synonyms-form";

type Props = {
  slug: string;
  theses: readonly { option: ThesisOption; synonyms: Synonyms }[];
  canWrite: boolean;
};

/** Of each thesis, the words that stand for each other. */
export function SynonymsPage({ slug, theses, canWrite }: Props) {
  const t = useTranslations("rules");
  const locale = useLocale();
  return (
    <ClientMessages of={["rules.synonyms", "errors"]}>
      <PageHeader
        title={t("synonyms.title")}
        description={t("synonyms.description")}
        breadcrumbs={[{ label: t("title"), href: `/w/${slug}/rules` }]}
      />
      {theses.map(({ option, synonyms }) => {
        const name = localizedText(option.name, locale);
        return (
          <Section
            key={option.id}
            title={
              <span className={styles.about}>
                <SeriesSwatch index={option.colorIndex} />
                {name}
              </span>
            }
          >
            <SynonymsForm
              key={synonyms.version}
              slug={slug}
              name={name}
              synonyms={synonyms}
              canWrite={canWrite}
            />
          </Section>
        );
      })}
    </ClientMessages>
  );
}
