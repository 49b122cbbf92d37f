import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/form/button";
import { Icon } from "@/components/icons";
import { Facts } from "@/components/layout/facts";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DateText } from "@/components/text/date-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import type { NewsDetail } from "../schema";
import { FullTextButton } from "./full-text-button";
import { NewsContent } from "./news-content";
import { KeysButton } from "./parts/desk/keys-button";
import { pickTheses } from "./parts/desk/pick-theses";
import { ReadingDesk } from "./parts/desk/reading-desk";
import { RowTags } from "./parts/desk/row-tags";
import { NewsDate } from "./parts/news-date";
import styles from "./parts/news-page.module.css";
import { useDateDoubt } from "./parts/use-date-doubt";
import { languageName } from "./parts/words";
import { Revisions } from "./revisions";

type Props = {
  slug: string;
  timeZone: string;
  item: NewsDetail;
  theses: ThesisOption[];
  canWrite: boolean;
  canTag: boolean;
  /** The shared tag editor and the history of tags, set up for this item. */
  tagEditor: ReactNode;
  tagHistory: ReactNode;
  notes: ReactNode;
  /** What adds keys of other features to the desk. */
  moreKeys: ReactNode;
  /** The companies it is about, to be linked and unlinked. */
  companies: ReactNode;
  /** The story it tells, set up for this item. */
  story: { title: string; panel: ReactNode };
};

/** One news item: its content, what it is tagged with and why, its companies, what it said before. */
export function NewsPage(props: Props) {
  const {
    slug,
    timeZone,
    item,
    theses,
    canWrite,
    canTag,
    tagEditor,
    tagHistory,
    moreKeys,
    companies,
    story,
    notes,
  } = props;
  const t = useTranslations("news");
  const locale = useLocale();
  const base = `/w/${slug}`;
  const active = theses.filter((thesis) => thesis.status === "active");
  const retired = pickTheses(
    theses.filter((thesis) => thesis.status === "retired"),
    locale,
  );
  return (
    <ClientMessages of={["news.reading", "news.companies", "companies.picker", "suggestions.chips"]}>
      <ReadingDesk workspace={slug} theses={pickTheses(active, locale)} canTag={canTag} only={item.id}>
        {moreKeys}
        <PageHeader
          title={<span lang={item.language}>{item.title}</span>}
          description={<Source slug={slug} timeZone={timeZone} item={item} />}
          breadcrumbs={[{ label: t("title"), href: `${base}/news` }]}
          actions={
            <>
              <KeysButton />
              {canWrite && <LinkButton href={`${base}/news/${item.id}/edit`}>{t("item.edit")}</LinkButton>}
            </>
          }
        />
        <div className={styles.quick}>
          <RowTags id={item.id} title={item.title} tags={item.tags} retired={retired} />
        </div>
        <div className={styles.columns}>
          <section aria-labelledby="news-content">
            <h2 id="news-content" className="visually-hidden">
              {t("item.content")}
            </h2>
            <NewsContent item={item} nothing={t("item.noContent")} />
            {canWrite && item.url && (
              <ClientMessages of={["news.fullText", "errors", "feeds.problems"]}>
                <FullTextButton workspace={slug} newsId={item.id} />
              </ClientMessages>
            )}
            {notes}
          </section>
          <div className={styles.side}>
            <Section framed title={t("item.tags")}>
              {tagEditor}
            </Section>
            <Section framed title={story.title}>
              {story.panel}
            </Section>
            <Section framed title={t("item.companies")}>
              {companies}
            </Section>
            <Section framed title={t("item.facts")}>
              <ItemFacts timeZone={timeZone} item={item} locale={locale} />
            </Section>
            {item.revisions.length > 0 && (
              <Section framed title={t("item.revisions")}>
                <Revisions item={item} timeZone={timeZone} />
              </Section>
            )}
            {tagHistory && (
              <Section framed title={t("item.tagHistory")}>
                {tagHistory}
              </Section>
            )}
          </div>
        </div>
      </ReadingDesk>
    </ClientMessages>
  );
}

function Source({ slug, timeZone, item }: Pick<Props, "slug" | "timeZone" | "item">) {
  const t = useTranslations("news.item");
  const doubt = useDateDoubt(item);
  return (
    <span className={styles.source}>
      {item.feed && <Link href={`/w/${slug}/news?feed=${item.feed.id}`}>{item.feed.title}</Link>}
      {!item.feed && <span>{t("byHand")}</span>}
      <span>
        <NewsDate item={item} timeZone={timeZone} />
        {doubt && <span className={styles.unstated}> {doubt}</span>}
      </span>
      {item.url && (
        <a href={item.url} target="_blank" rel="noopener noreferrer">
          {t("original")} <Icon name="external" size={12} />
        </a>
      )}
    </span>
  );
}

function ItemFacts({ timeZone, item, locale }: { timeZone: string; item: NewsDetail; locale: string }) {
  const t = useTranslations("news");
  const doubt = useDateDoubt(item);
  return (
    <Facts
      facts={[
        { term: t("fields.kind"), value: t(`kinds.${item.kind}`) },
        { term: t("fields.language"), value: languageName(item.language, locale) },
        { term: t("fields.author"), value: item.author },
        {
          term: t("fields.publishedAt"),
          value: doubt ?? <NewsDate item={item} timeZone={timeZone} />,
        },
        {
          term: t("fields.firstSeenAt"),
          value: <DateText value={item.firstSeenAt} timeZone={timeZone} style="time" />,
        },
      ]}
    />
  );
}
