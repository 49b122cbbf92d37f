import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localizedText } from "@/components/localized-text";
import { SeriesSwatch } from "@/components/series-swatch";
import type { Overview } from "../schema";
import styles from "./overview.module.css";
import type { ThesisName } from "./thesis-cards";

/** How many deals of each stage carry each focus area; every number opens them. */
export function DealMatrix({ slug, theses, overview }: { slug: string; theses: ThesisName[]; overview: Overview }) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const count = (stage: string, thesis: string) => overview.dealCounts.find((one) => one.stage === stage && one.thesis === thesis)?.deals ?? 0;
  if (overview.dealCounts.length === 0) return <p className={styles.muted}>{t("noDeals")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <div className={styles.wide} tabIndex={0} role="region" aria-label={t("deals")}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{t("dealsCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("stage")}</th>
            {theses.map((thesis) => (
              <th key={thesis.id} scope="col" title={localizedText(thesis.name, locale)}>
                <SeriesSwatch index={thesis.color} />
                <span className="visually-hidden">{localizedText(thesis.name, locale)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.stages.map((stage) => (
            <tr key={stage.slug}>
              <th scope="row">{localizedText(stage.name, locale)}</th>
              {theses.map((thesis) => {
                const deals = count(stage.slug, thesis.slug);
                return (
                  <td key={thesis.id}>
                    {deals === 0 ? (
                      <span className={styles.muted}>0</span>
                    ) : (
                      <Link href={`/w/${slug}/deals?stage=${stage.slug}&thesis=${thesis.slug}`}>{deals}</Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
