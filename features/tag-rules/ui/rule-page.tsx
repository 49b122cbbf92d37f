import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import type { Rule } from "../schema";
import { RuleForm } from "./rule-form";
import { RuleHelp } from "./rule-help";
import { RuleRunPanel } from "./rule-run-panel";
import styles from "./rules.module.css";

type Props = {
  slug: string;
  timeZone: string;
  theses: readonly ThesisOption[];
  /** Absent for a new one. */
  rule?: Rule;
  /** The thesis a new one begins with. */
  thesis?: string | undefined;
  canWrite: boolean;
};

/** Writes a rule, tries it, saves it, puts it to what is stored. */
export function RulePage({ slug, timeZone, theses, rule, thesis, canWrite }: Props) {
  const t = useTranslations("rules");
  const locale = useLocale();
  const about = rule && theses.find(({ id }) => id === rule.thesisId);
  return (
    <ClientMessages of={["rules", "errors", "filter", "tags.editor", "runs.progress"]}>
      <PageHeader
        title={rule ? t("form.editTitle", { name: rule.name }) : t("form.newTitle")}
        description={
          about && (
            <Link href={`/w/${slug}/theses/${about.slug}`} className={styles.thesis}>
              <SeriesSwatch index={about.colorIndex} />
              {localizedText(about.name, locale)}
            </Link>
          )
        }
        breadcrumbs={[{ label: t("title"), href: `/w/${slug}/rules` }]}
      />
      <RuleForm
        slug={slug}
        timeZone={timeZone}
        theses={theses}
        thesis={thesis}
        canWrite={canWrite}
        help={<RuleHelp />}
        {...(rule ? { rule } : {})}
      />
      {rule && (
        <Section title={t("run.title")}>
          <RuleRunPanel slug={slug} timeZone={timeZone} rule={rule} canWrite={canWrite} />
        </Section>
      )}
    </ClientMessages>
  );
}
