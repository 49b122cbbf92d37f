import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/form/button";
import { Icon } from "@/components/icons";
import { PageHeader } from "@/components/layout/page-header";
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
            <Section id="tags" title={t("item.tags")}>
              {tagEditor}
            </Section>
            <Section id="story" title={story.title}>
              {story.panel}
            </Section>
            <Section id="companies" title={t("item.companies")}>
              {companies}
            </Section>
            <Section id="facts" title={t("item.facts")}>
              <Facts timeZone={timeZone} item={item} locale={locale} />
            </Section>
            {item.revisions.length > 0 && (
              <Section id="revisions" title={t("item.revisions")}>
                <Revisions item={item} timeZone={timeZone} />
              </Section>
            )}
            {tagHistory && (
              <Section id="tag-history" title={t("item.tagHistory")}>
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

function Facts({ timeZone, item, locale }: { timeZone: string; item: NewsDetail; locale: string }) {
  const t = useTranslations("news");
  const doubt = useDateDoubt(item);
  return (
    <dl className={styles.facts}>
      <dt>{t("fields.kind")}</dt>
      <dd>{t(`kinds.${item.kind}`)}</dd>
      <dt>{t("fields.language")}</dt>
      <dd>{languageName(item.language, locale)}</dd>
      {item.author && (
        <>
          <dt>{t("fields.author")}</dt>
          <dd>{item.author}</dd>
        </>
      )}
      <dt>{t("fields.publishedAt")}</dt>
      <dd>{doubt ?? <NewsDate item={item} timeZone={timeZone} />}</dd>
      <dt>{t("fields.firstSeenAt")}</dt>
      <dd>
        <DateText value={item.firstSeenAt} timeZone={timeZone} style="time" />
      </dd>
    </dl>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={`news-${id}`}>
      <h2 id={`news-${id}`}>{title}</h2>
      <div className={styles.panel}>{children}</div>
    </section>
  );
}
