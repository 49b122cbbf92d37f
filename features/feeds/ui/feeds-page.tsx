import Link from "next/link";
import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/filter/filter-bar";
import type { ListBar } from "@/components/filter/list-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { Callout } from "@/components/layout/callout";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { type Column, DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { DateText } from "@/components/text/date-text";
import { RelativeTime } from "@/components/text/relative-time";
import { useProblemWords } from "@/features/news/ui/parts/problem-words";
import { ClientMessages } from "@/i18n/client-messages";
import type { ListPage } from "@/server/record/list-page";
import type { Feed, FeedState } from "../schema";
import { FeedActions } from "./feed-actions";
import { feedTones, perWeek } from "./feed-words";
import styles from "./feeds.module.css";

type Props = {
  slug: string;
  timeZone: string;
  /** The instant of the request. */
  now: string;
  feeds: ListPage<Feed>;
  summary: Record<FeedState, number> & { folders: string[] };
  /** What saved views add to the filter bar. */
  bar: ListBar;
  searchParams: SearchParams;
  canWrite: boolean;
  canRefresh: boolean;
};

/** The sources and their health; what fails says so first and in words. */
export function FeedsPage(props: Props) {
  const { slug, feeds, bar, summary, searchParams, canWrite } = props;
  const { filters } = feeds;
  const t = useTranslations("feeds");
  const pathname = `/w/${slug}/feeds`;
  const filtered = Object.keys(filters).length > 0;
  const add = canWrite && (
    <LinkButton href={`${pathname}/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
  const columns = useColumns(props);
  return (
    <ClientMessages of={["feeds.actions", "feeds.problems"]}>
      <PageHeader
        title={t("title")}
        description={t("description", { active: summary.active, paused: summary.paused })}
        actions={
          <>
            <LinkButton href={`${pathname}/opml`} prefetch={false}>
              {t("export")}
            </LinkButton>
            {canWrite && <LinkButton href={`${pathname}/import`}>{t("import")}</LinkButton>}
            {add}
          </>
        }
      />
      {summary.failing > 0 && filters.status !== "failing" && (
        <Callout tone="negative" role="alert">
          <span>{t("failing", { count: summary.failing })}</span>
          <Link href={`${pathname}?status=failing`}>{t("showFailing")}</Link>
        </Callout>
      )}
      <FilterBar
        bar={bar}
        filters={[
          {
            kind: "search",
            name: "q",
            label: t("filters.search"),
            placeholder: t("filters.searchPlaceholder"),
          },
          {
            kind: "select",
            name: "status",
            label: t("filters.status"),
            options: (["active", "failing", "paused"] as const).map((state) => ({
              value: state,
              label: t(`states.${state}`),
            })),
          },
          {
            kind: "select",
            name: "folder",
            label: t("filters.folder"),
            options: summary.folders.map((folder) => ({ value: folder, label: folder })),
          },
        ]}
      />
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={feeds.data}
        rowKey={(feed) => feed.id}
        rowHref={(feed) => `${pathname}/${feed.id}`}
        empty={
          <EmptyState
            icon={filtered ? "search" : "inbox"}
            title={t(filtered ? "empty.filteredTitle" : "empty.title")}
            description={t(filtered ? "empty.filteredDescription" : "empty.description")}
            actions={
              filtered ? (
                <LinkButton href={`${pathname}?view=none`}>{t("empty.clear")}</LinkButton>
              ) : (
                <>
                  {add}
                  {canWrite && (
                    <LinkButton href={`${pathname}/import?list=starting`}>{t("empty.starting")}</LinkButton>
                  )}
                </>
              )
            }
          />
        }
      />
      <KeysetPager
        pathname={pathname}
        searchParams={searchParams}
        nextCursor={feeds.nextCursor}
        {...(feeds.data.length > 0 ? { count: feeds.data.length } : {})}
      />
    </ClientMessages>
  );
}

function useColumns({ slug, timeZone, now, canWrite, canRefresh }: Props): Column<Feed>[] {
  const t = useTranslations("feeds");
  const words = useProblemWords();
  const relative = (value: string | null) =>
    value ? <RelativeTime value={value} now={now} timeZone={timeZone} /> : t("never");
  return [
    {
      id: "title",
      header: t("fields.title"),
      role: "primary",
      cell: (feed) => (
        <>
          {feed.title}
          {feed.folder && <span className={text.aside}> {feed.folder}</span>}
        </>
      ),
    },
    {
      id: "status",
      header: t("fields.status"),
      width: "14rem",
      cell: (feed) => (
        <span className={styles.status}>
          <StatusBadge tone={feedTones[feed.status]}>{t(`states.${feed.status}`)}</StatusBadge>
          {feed.silent && feed.quietAfter && (
            <span className={text.small}>
              <StatusBadge tone="warning">{t("silent")}</StatusBadge>{" "}
              {t.rich("silentSince", {
                when: () => <DateText value={feed.quietAfter ?? ""} timeZone={timeZone} />,
              })}
            </span>
          )}
          {feed.problem && <span className={text.small}>{words(feed.problem, feed.problemDetail)}</span>}
        </span>
      ),
    },
    {
      id: "items",
      header: t("fields.perWeek"),
      kind: "number",
      cell: (feed) => <Link href={`/w/${slug}/news?feed=${feed.id}`}>{perWeek(feed.recentItems)}</Link>,
    },
    {
      id: "success",
      header: t("fields.lastSuccessAt"),
      kind: "nowrap",
      cell: (feed) => relative(feed.lastSuccessAt),
    },
    {
      id: "next",
      header: t("fields.nextCheckAt"),
      kind: "nowrap",
      cell: (feed) => (feed.status === "paused" ? "–" : relative(feed.nextCheckAt)),
    },
    ...(canRefresh
      ? [
          {
            id: "actions",
            header: <span className="visually-hidden">{t("fields.actions")}</span>,
            kind: "nowrap" as const,
            cell: (feed: Feed) => <FeedActions workspace={slug} feed={feed} canWrite={canWrite} small />,
          },
        ]
      : []),
  ];
}
