import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterBar } from "@/components/filter/filter-bar";
import type { FilterDefinition } from "@/components/filter/filter-definitions";
import type { ListBar } from "@/components/filter/list-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { KeysetPager } from "@/components/table/keyset-pager";
import { localizedText } from "@/components/text/localized-text";
import { stanceOrder } from "@/features/tags/ui/parts/stance-order";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import type { ListPage } from "@/server/record/list-page";
import { newsKinds } from "../domain/kinds";
import type { NewsItem } from "../schema";
import styles from "./news-list.module.css";
import { KeysButton } from "./parts/desk/keys-button";
import { pickTheses } from "./parts/desk/pick-theses";
import { ReadingDesk } from "./parts/desk/reading-desk";
import { NewsRows } from "./parts/news-rows";
import { languageName } from "./parts/words";

type Props = {
  slug: string;
  timeZone: string;
  news: ListPage<NewsItem>;
  values: { languages: string[]; feeds: { id: string; title: string }[] };
  /** The company the list is about, when it is filtered by one. */
  company: { id: string; name: string } | null;
  theses: ThesisOption[];
  /** By item: the theses suggested for it, ready to be shown. */
  suggestions: Readonly<Record<string, ReactNode>>;
  /** What adds keys of other features to the desk. */
  moreKeys: ReactNode;
  /** What saved views add to the filter bar. */
  bar: ListBar;
  searchParams: SearchParams;
  canWrite: boolean;
  canTag: boolean;
  canFollow: boolean;
};

/** The reading list: rows rendered on the server, read and tagged by keyboard. */
export function NewsList(props: Props) {
  const { slug, timeZone, news, theses, suggestions, moreKeys, searchParams, canWrite, canTag } = props;
  const t = useTranslations("news");
  const locale = useLocale();
  const pathname = `/w/${slug}/news`;
  const active = theses.filter((thesis) => thesis.status === "active");
  return (
    <ClientMessages of={["news.reading", "news.companies", "companies.picker", "suggestions.chips"]}>
      <ReadingDesk workspace={slug} theses={pickTheses(active, locale)} canTag={canTag}>
        {moreKeys}
        <PageHeader
          title={t("title")}
          description={t("description")}
          actions={
            <>
              <KeysButton />
              {canWrite && <LinkButton href={`${pathname}/import`}>{t("import.link")}</LinkButton>}
              {canWrite && (
                <LinkButton href={`${pathname}/new`} look="primary">
                  {t("add")}
                </LinkButton>
              )}
            </>
          }
        />
        <FilterBar filters={useNewsFilters(props)} bar={props.bar} />
        {news.data.length === 0 ? (
          <Nothing {...props} pathname={pathname} />
        ) : (
          <NewsRows
            slug={slug}
            timeZone={timeZone}
            locale={locale}
            items={news.data}
            theses={theses}
            suggestions={suggestions}
          />
        )}
      </ReadingDesk>
      <div className={styles.tools}>
        <KeysetPager
          pathname={pathname}
          searchParams={searchParams}
          nextCursor={news.nextCursor}
          {...(news.data.length > 0 ? { count: news.data.length } : {})}
        />
      </div>
    </ClientMessages>
  );
}

function useNewsFilters({ values, company, theses, news }: Props): FilterDefinition[] {
  const t = useTranslations("news");
  const locale = useLocale();
  return [
    { kind: "search", name: "q", label: t("filters.search"), placeholder: t("filters.searchPlaceholder") },
    {
      kind: "many",
      name: "thesis",
      label: t("filters.thesis"),
      options: theses.map((thesis) => ({ value: thesis.slug, label: localizedText(thesis.name, locale) })),
    },
    {
      kind: "select",
      name: "stance",
      label: t("filters.stance"),
      options: stanceOrder.map((stance) => ({ value: stance, label: t(`reading.stances.${stance}`) })),
    },
    {
      kind: "select",
      name: "feed",
      label: t("filters.feed"),
      options: values.feeds.map((feed) => ({ value: feed.id, label: feed.title })),
    },
    ...(company
      ? [
          {
            kind: "select" as const,
            name: "company",
            label: t("filters.company"),
            options: [{ value: company.id, label: company.name }],
          },
        ]
      : []),
    {
      kind: "select",
      name: "language",
      label: t("filters.language"),
      options: languagesOf(values.languages, news.filters.language).map((code) => ({
        value: code,
        label: languageName(code, locale),
      })),
    },
    {
      kind: "select",
      name: "kind",
      label: t("filters.kind"),
      options: newsKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    },
    { kind: "dates", from: "from", to: "to", label: t("filters.dates"), toExclusive: true },
    { kind: "dates", from: "seenFrom", to: "seenTo", label: t("filters.seen"), toExclusive: true },
    { kind: "toggle", name: "doubtful", label: t("filters.doubtful") },
    { kind: "toggle", name: "untagged", label: t("filters.untagged") },
    { kind: "toggle", name: "fold", label: t("filters.fold") },
  ];
}

function languagesOf(known: string[], chosen = ""): string[] {
  return [...new Set([...known, ...(/^[a-z]{2,3}$/.test(chosen) ? [chosen] : [])])].sort();
}

function Nothing({ slug, pathname, news, canWrite, canFollow }: Props & { pathname: string }) {
  const t = useTranslations("news.empty");
  const filtered = Object.keys(news.filters).length > 0;
  if (filtered) {
    return (
      <EmptyState
        icon="search"
        title={t("filteredTitle")}
        description={t("filteredDescription")}
        actions={<LinkButton href={`${pathname}?view=none`}>{t("clear")}</LinkButton>}
      />
    );
  }
  return (
    <EmptyState
      title={t("title")}
      description={t(canFollow ? "description" : "descriptionReader")}
      actions={
        <>
          {canFollow && (
            <LinkButton href={`/w/${slug}/feeds/new`} look="primary">
              {t("follow")}
            </LinkButton>
          )}
          {canWrite && <LinkButton href={`${pathname}/new`}>{t("add")}</LinkButton>}
        </>
      }
    />
  );
}
