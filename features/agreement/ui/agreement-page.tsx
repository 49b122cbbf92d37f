import { useLocale, useTranslations } from "next-intl";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import text from "@/components/layout/text.module.css";
import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import type { Round } from "../schema";
import styles from "./agreement.module.css";
import { DrawForm } from "./draw-form";
import { RoundsTable } from "./rounds-table";

type Props = {
  slug: string;
  timeZone: string;
  rounds: { data: Round[]; nextCursor: string | null };
  searchParams: SearchParams;
  theses: readonly ThesisOption[];
  /** Null for whoever may not tag: they look at rounds and do nothing. */
  work: { unread: number; readers: readonly { id: string; name: string }[] } | null;
};

/** Rounds of blind second reading, what waits for the person who looks, and a way to draw another. */
export function AgreementPage({ slug, timeZone, rounds, searchParams, theses, work }: Props) {
  const t = useTranslations("agreement");
  const locale = useLocale();
  const base = `/w/${slug}/agreement`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={work && <LinkButton href={`${base}/disagreements`}>{t("disagreements.title")}</LinkButton>}
      />
      <div>
        {work !== null && work.unread > 0 && (
          <section className={styles.call} aria-labelledby="to-read">
            <div>
              <h2 id="to-read">{t("toRead.title", { count: work.unread })}</h2>
              <p className={text.muted}>{t("toRead.description")}</p>
            </div>
            <LinkButton look="primary" href={`${base}/read`}>
              {t("toRead.start")}
            </LinkButton>
          </section>
        )}
        <Section title={t("rounds.title")}>
          <RoundsTable
            base={base}
            timeZone={timeZone}
            rounds={rounds}
            searchParams={searchParams}
            names={Object.fromEntries(
              theses.map(({ slug: thesis, name }) => [thesis, localizedText(name, locale)]),
            )}
          />
        </Section>
        {work && (
          <Section title={t("draw.title")}>
            <p className={text.note}>{t("draw.description")}</p>
            <ClientMessages of={["agreement.draw", "errors"]}>
              <DrawForm
                slug={slug}
                readers={work.readers}
                theses={theses.map(({ id, name }) => ({ id, name: localizedText(name, locale) }))}
              />
            </ClientMessages>
          </Section>
        )}
      </div>
    </>
  );
}
