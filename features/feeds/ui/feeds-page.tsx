import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/button";
import { Callout } from "@/components/layout/callout";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import type { Listed } from "@/components/table/list-frame";
import { type ListColumn, ListTable } from "@/components/table/list-table";
import { DateText } from "@/components/text/date-text";
import { RelativeTime } from "@/components/text/relative-time";
import { useProblemWords } from "@/features/news/ui/parts/problem-words";
import { ClientMessages } from "@/i18n/client-messages";
import type { Feed, FeedState } from "../schema";
import { FeedActions } from "./feed-actions";
import { feedTones, perWeek } from "./feed-words";
import styles from "./feeds.module.css";

type Props = {
  slug: string;
  timeZone: string;
  /** The instant of the request. */
  now: string;
  listed: Listed<Feed>;
  summary: Record<FeedState, number> & { folders: string[] };
  canWrite: boolean;
  canRefresh: boolean;
};

/** The sources and their health; what fails says so first and in words. */
export function FeedsPage(props: Props) {
  const { listed, summary, canWrite } = props;
  const { pathname, list } = listed;
  const t = useTranslations("feeds");
  const add = canWrite && (
    <LinkButton href={`${pathname}/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
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
      {summary.failing > 0 && list.filters.status !== "failing" && (
        <Callout tone="negative" role="alert">
          <span>{t("failing", { count: summary.failing })}</span>
          <Link href={`${pathname}?status=failing`}>{t("showFailing")}</Link>
        </Callout>
      )}
      <ListTable
        {...listed}
        filters={[
          {
            kind: "search",
            name: "q",
            label: t("filters.search"),
            placeholder: t("filters.searchPlaceholder"),
          },
          {
            kind: "many",
            name: "status",
            label: t("filters.status"),
            options: (["active", "failing", "paused"] as const).map((state) => ({
              value: state,
              label: t(`states.${state}`),
            })),
          },
          {
            kind: "many",
            name: "folder",
            label: t("filters.folder"),
            options: summary.folders.map((folder) => ({ value: folder, label: folder })),
          },
        ]}
        caption={t("caption")}
        columns={useColumns(props)}
        usualSort="title"
        rowKey={(feed) => feed.id}
        rowHref={(feed) => `${pathname}/${feed.id}`}
        empty={
          <EmptyState
            title={t("empty.title")}
            description={t("empty.description")}
            actions={
              <>
                {add}
                {canWrite && (
                  <LinkButton href={`${pathname}/import?list=starting`}>{t("empty.starting")}</LinkButton>
                )}
              </>
            }
          />
        }
      />
    </ClientMessages>
  );
}

function useColumns({ slug, timeZone, now, canWrite, canRefresh }: Props): ListColumn<Feed>[] {
  const t = useTranslations("feeds");
  const words = useProblemWords();
  const relative = (value: string | null) =>
    value ? <RelativeTime value={value} now={now} timeZone={timeZone} /> : t("never");
  return [
    {
      id: "title",
      header: t("fields.title"),
      sort: "title",
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
      shown: "usual",
      // What fails longest comes first.
      sort: "failures",
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
      id: "recentItems",
      shown: "usual",
      header: t("fields.perWeek"),
      kind: "number",
      cell: (feed) => <Link href={`/w/${slug}/news?feed=${feed.id}`}>{perWeek(feed.recentItems)}</Link>,
    },
    {
      id: "lastSuccessAt",
      shown: "usual",
      header: t("fields.lastSuccessAt"),
      kind: "nowrap",
      sort: "lastSuccess",
      cell: (feed) => relative(feed.lastSuccessAt),
    },
    {
      id: "nextCheckAt",
      shown: "usual",
      header: t("fields.nextCheckAt"),
      kind: "nowrap",
      sort: "nextCheck",
      cell: (feed) => (feed.status === "paused" ? "–" : relative(feed.nextCheckAt)),
    },
    {
      id: "lastChangedAt",
      shown: "chosen",
      header: t("fields.lastChangedAt"),
      kind: "nowrap",
      sort: "lastChanged",
      cell: (feed) => relative(feed.lastChangedAt),
    },
    {
      id: "lastCheckedAt",
      shown: "chosen",
      header: t("fields.lastCheckedAt"),
      kind: "nowrap",
      sort: "lastChecked",
      cell: (feed) => relative(feed.lastCheckedAt),
    },
    {
      id: "createdAt",
      shown: "chosen",
      header: t("fields.createdAt"),
      kind: "nowrap",
      sort: "created",
      cell: (feed) => <DateText value={feed.createdAt} timeZone={timeZone} />,
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
