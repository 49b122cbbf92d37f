import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { withQuery } from "@/components/filter/query-string";
import text from "@/components/layout/text.module.css";
import { localizedText } from "@/components/text/localized-text";
import type { Overview } from "../schema";
import styles from "./overview.module.css";
import type { ThesisName } from "./thesis-cards";

type Props = { slug: string; theses: ThesisName[]; overview: Overview };
type Stage = Overview["stages"][number];

/** Of more focus areas than this, those without a deal have no column. */
const maxColumns = 8;

/** How many deals stand in each stage, in all and by focus area; every number opens them. */
export function DealMatrix({ slug, theses: all, overview: { stages, dealCounts } }: Props) {
  const t = useTranslations("overview");
  const locale = useLocale();
  if (stages.every(({ deals }) => deals === 0)) return <p className={text.muted}>{t("noDeals")}</p>;
  const pipelines = new Set(stages.map(({ pipeline }) => pipeline)).size;
  const href = (stage: Stage, thesis: string | null) =>
    withQuery(
      `/w/${slug}/deals`,
      {},
      { stage: stage.slug, thesis, pipeline: pipelines > 1 ? stage.pipeline : null },
    );
  const theses =
    all.length <= maxColumns
      ? all
      : all.filter((thesis) => dealCounts.some((one) => one.thesis === thesis.slug));
  const count = (stage: Stage, thesis: ThesisName) =>
    dealCounts.find((one) => one.stageId === stage.id && one.thesis === thesis.slug)?.deals ?? 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={t("dealsCaption")}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t("stage")}</th>
            <th scope="col">{t("all")}</th>
            {theses.map((thesis) => (
              <th key={thesis.id} scope="col">
                <SeriesSwatch index={thesis.color} />
                <span>{localizedText(thesis.name, locale)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.id}>
              <th scope="row">{localizedText(stage.name, locale)}</th>
              <Cell href={href(stage, null)} deals={stage.deals} />
              {theses.map((thesis) => (
                <Cell key={thesis.id} href={href(stage, thesis.slug)} deals={count(stage, thesis)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ href, deals }: { href: string; deals: number }) {
  return (
    <td>
      {deals === 0 ? (
        <span className={text.muted}>0</span>
      ) : (
        <Link href={href} prefetch={false}>
          {deals}
        </Link>
      )}
    </td>
  );
}
