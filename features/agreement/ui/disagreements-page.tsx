import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import text from "@/components/layout/text.module.css";
import { KeysetPager } from "@/components/table/keyset-pager";
import { DateText } from "@/components/text/date-text";
import { localizedText } from "@/components/text/localized-text";
import { TagSwatches, type ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import { type Disagreement, sides } from "../schema";
import styles from "./agreement.module.css";
import { SettleForm } from "./settle-form";

type Props = {
  slug: string;
  timeZone: string;
  disagreements: { data: Disagreement[]; nextCursor: string | null };
  settled: boolean;
  theses: readonly ThesisOption[];
  searchParams: SearchParams;
};

/** The queue of items that were read differently, or those already settled. */
export function DisagreementsPage({ slug, timeZone, disagreements, settled, theses, searchParams }: Props) {
  const t = useTranslations("agreement");
  const locale = useLocale();
  const here = `/w/${slug}/agreement/disagreements`;
  const options = theses
    .filter(({ status }) => status === "active")
    .map(({ id, name }) => ({ id, name: localizedText(name, locale) }));
  return (
    <>
      <PageHeader
        title={t("disagreements.title")}
        description={t("disagreements.description")}
        breadcrumbs={[{ label: t("title"), href: `/w/${slug}/agreement` }]}
        actions={
          <LinkButton href={settled ? here : `${here}?settled=true`}>
            {t(settled ? "disagreements.open" : "disagreements.settled")}
          </LinkButton>
        }
      />
      {disagreements.data.length === 0 && (
        <EmptyState
          title={t(settled ? "disagreements.emptySettled" : "disagreements.empty")}
          description={t("disagreements.emptyDescription")}
        />
      )}
      <ClientMessages of={["agreement.settle", "errors"]}>
        <div className={styles.queue}>
          {disagreements.data.map((one) => (
            <article key={one.id} className={styles.item}>
              <p className={styles.meta}>
                {one.item.source && <span>{one.item.source}</span>}
                <DateText value={one.item.publishedAt} timeZone={timeZone} />
              </p>
              <h2 lang={one.item.language}>{one.item.title}</h2>
              {one.item.excerpt && <p lang={one.item.language}>{one.item.excerpt}</p>}
              {/* Not to the item's own page, which says who tagged it. */}
              {one.item.url && (
                <p>
                  <a href={one.item.url} target="_blank" rel="noreferrer">
                    {t("read.source")}
                  </a>
                </p>
              )}
              <div className={styles.sides}>
                {sides.map((side) => (
                  <Side key={side} side={side} disagreement={one} theses={theses} />
                ))}
              </div>
              {one.settlement ? (
                <Settled settlement={one.settlement} timeZone={timeZone} />
              ) : (
                <SettleForm slug={slug} id={one.id} theses={options} />
              )}
            </article>
          ))}
        </div>
      </ClientMessages>
      <KeysetPager pathname={here} searchParams={searchParams} nextCursor={disagreements.nextCursor} />
    </>
  );
}

type SideProps = { side: "a" | "b"; disagreement: Disagreement; theses: readonly ThesisOption[] };

function Side({ side, disagreement, theses }: SideProps) {
  const t = useTranslations("agreement.disagreements");
  const { settlement } = disagreement;
  const letter = side.toUpperCase();
  return (
    <section className={styles.side}>
      <h3>
        {settlement
          ? t("readerOf", { side: letter, name: settlement.readers[side] })
          : t("reading", { side: letter })}
      </h3>
      {disagreement[side].length === 0 ? (
        <p className={text.muted}>{t("none")}</p>
      ) : (
        <TagSwatches tags={disagreement[side]} theses={theses} />
      )}
    </section>
  );
}

type SettledProps = { settlement: NonNullable<Disagreement["settlement"]>; timeZone: string };

function Settled({ settlement, timeZone }: SettledProps) {
  const t = useTranslations("agreement.disagreements");
  const format = useFormatter();
  return (
    <p>
      {t("was", {
        what: t(`whats.${settlement.settledFor}`),
        by: settlement.by,
        reason: settlement.reason,
        day: format.dateTime(new Date(settlement.at), { dateStyle: "medium", timeZone }),
      })}
    </p>
  );
}
