import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FilterDefinition } from "@/components/filter/filter-definitions";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { type Listed, ListFrame } from "@/components/table/list-frame";
import { localizedText } from "@/components/text/localized-text";
import { stanceOrder } from "@/features/tags/ui/parts/stance-order";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import { newsKinds } from "../domain/kinds";
import type { NewsItem } from "../schema";
import { KeysButton } from "./parts/desk/keys-button";
import { pickTheses } from "./parts/desk/pick-theses";
import { ReadingDesk } from "./parts/desk/reading-desk";
import { NewsRows } from "./parts/news-rows";
import { languageName } from "./parts/words";

type Props = {
  slug: string;
  timeZone: string;
  listed: Listed<NewsItem>;
  values: { languages: string[]; feeds: { id: string; title: string }[] };
  /** The company the list is about, when it is filtered by one. */
  company: { id: string; name: string } | null;
  theses: ThesisOption[];
  /** By item: the theses suggested for it, ready to be shown. */
  suggestions: Readonly<Record<string, ReactNode>>;
  /** What adds keys of other features to the desk. */
  moreKeys: ReactNode;
  canWrite: boolean;
  canTag: boolean;
  canFollow: boolean;
};

/** The reading list: rows rendered on the server, read and tagged by keyboard. */
export function NewsList(props: Props) {
  const { slug, timeZone, listed, theses, suggestions, moreKeys, canWrite, canTag } = props;
  const t = useTranslations("news");
  const locale = useLocale();
  const { pathname } = listed;
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
        <ListFrame {...listed} filters={useNewsFilters(props)} empty={<NoNews {...props} />}>
          <NewsRows
            slug={slug}
            timeZone={timeZone}
            locale={locale}
            items={listed.list.data}
            theses={theses}
            suggestions={suggestions}
          />
        </ListFrame>
      </ReadingDesk>
    </ClientMessages>
  );
}

function useNewsFilters({ values, company, theses, listed }: Props): FilterDefinition[] {
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
    { kind: "dates", from: "from", to: "to", label: t("filters.dates"), toExclusive: true },
    { kind: "toggle", name: "untagged", label: t("filters.untagged") },
    {
      kind: "many",
      name: "stance",
      rare: true,
      label: t("filters.stance"),
      options: stanceOrder.map((stance) => ({ value: stance, label: t(`reading.stances.${stance}`) })),
    },
    {
      kind: "many",
      name: "feed",
      rare: true,
      label: t("filters.feed"),
      options: values.feeds.map((feed) => ({ value: feed.id, label: feed.title })),
    },
    ...(company
      ? [
          {
            kind: "select" as const,
            name: "company",
            rare: true,
            label: t("filters.company"),
            options: [{ value: company.id, label: company.name }],
          },
        ]
      : []),
    {
      kind: "many",
      name: "language",
      rare: true,
      label: t("filters.language"),
      options: languagesOf(values.languages, listed.list.filters.language).map((code) => ({
        value: code,
        label: languageName(code, locale),
      })),
    },
    {
      kind: "many",
      name: "kind",
      rare: true,
      label: t("filters.kind"),
      options: newsKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    },
    {
      kind: "dates",
      from: "seenFrom",
      to: "seenTo",
      label: t("filters.seen"),
      toExclusive: true,
      rare: true,
    },
    { kind: "toggle", name: "doubtful", label: t("filters.doubtful"), rare: true },
    { kind: "toggle", name: "fold", label: t("filters.fold"), rare: true },
  ];
}

function languagesOf(known: string[], chosen = ""): string[] {
  return [...new Set([...known, ...(/^[a-z]{2,3}$/.test(chosen) ? [chosen] : [])])].sort();
}

function NoNews({ slug, listed, canWrite, canFollow }: Props) {
  const t = useTranslations("news.empty");
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
          {canWrite && <LinkButton href={`${listed.pathname}/new`}>{t("add")}</LinkButton>}
        </>
      }
    />
  );
}
