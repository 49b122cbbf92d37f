import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { KeysetPager } from "@/components/table/keyset-pager";
import { DateText } from "@/components/text/date-text";
import { KeysButton } from "@/features/news/ui/parts/desk/keys-button";
import { pickTheses } from "@/features/news/ui/parts/desk/pick-theses";
import { ReadingPane } from "@/features/news/ui/parts/desk/reading-pane";
import { NewsRows } from "@/features/news/ui/parts/news-rows";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import type { InboxCounts, InboxItem, InboxView } from "../schema";
import styles from "./inbox.module.css";
import { InboxDesk } from "./inbox-desk";
import { InboxLeft, InboxViews } from "./inbox-views";
import { InboxVisit } from "./inbox-visit";
import type { InboxKeys } from "./triage";
import { TriageStatus } from "./triage-status";

type Props = {
  slug: string;
  timeZone: string;
  view: InboxView;
  items: { data: InboxItem[]; nextCursor: string | null };
  counts: InboxCounts;
  theses: ThesisOption[];
  /** By item: the theses suggested for it, ready to be shown. */
  suggestions: Readonly<Record<string, ReactNode>>;
  /** What adds keys of other features to the desk. */
  moreKeys: ReactNode;
  searchParams: SearchParams;
  /** When the server wrote the page. */
  writtenAt: string;
  /** Null for those who only read. */
  keys: InboxKeys | null;
};

/** What no person tagged yet: read, tagged, assigned, put off or away, by keyboard or not. */
export function InboxPage(props: Props) {
  const { slug, timeZone, view, items, counts, theses, suggestions, moreKeys, searchParams, keys } = props;
  const { writtenAt } = props;
  const t = useTranslations("news");
  const locale = useLocale();
  const pathname = `/w/${slug}/inbox`;
  const retired = pickTheses(
    theses.filter((thesis) => thesis.status === "retired"),
    locale,
  );
  const active = theses.filter((thesis) => thesis.status === "active");
  return (
    <ClientMessages
      of={[
        "news.reading",
        "news.companies",
        "companies.picker",
        "news.item",
        "news.inbox",
        "news.fullText",
        "errors",
        "feeds.problems",
        "suggestions.chips",
      ]}
    >
      <InboxVisit workspace={slug} writtenAt={writtenAt} />
      <InboxDesk workspace={slug} theses={pickTheses(active, locale)} inbox={keys}>
        {moreKeys}
        <PageHeader title={t("inbox.title")} description={t("inbox.description")} actions={<KeysButton />} />
        <InboxViews pathname={pathname} view={view} counts={counts} />
        {items.data.length > 0 && <InboxLeft view={view} counted={counts[view]} />}
        {view === "new" && counts.since && (
          <p className={styles.since}>
            {t.rich("inbox.since", {
              when: () => <DateText value={counts.since ?? ""} timeZone={timeZone} style="time" />,
            })}
          </p>
        )}
        {items.data.length === 0 ? (
          <EmptyState title={t(`inbox.empty.${view}`)} description={t("inbox.empty.description")} />
        ) : (
          <ReadingPane timeZone={timeZone} retired={retired}>
            <NewsRows
              slug={slug}
              timeZone={timeZone}
              locale={locale}
              items={items.data}
              by="firstSeenAt"
              theses={theses}
              suggestions={suggestions}
              asides={Object.fromEntries(
                items.data.map((item) => [
                  item.id,
                  <TriageStatus
                    key={item.id}
                    item={triagedOf(item, counts.since)}
                    title={item.title}
                    timeZone={timeZone}
                  />,
                ]),
              )}
            />
          </ReadingPane>
        )}
      </InboxDesk>
      <div className={styles.tools}>
        {items.nextCursor && searchParams.rows === undefined && (
          <LinkButton href={`${pathname}?view=${view}&rows=1000`}>{t("inbox.more")}</LinkButton>
        )}
        <KeysetPager
          pathname={pathname}
          searchParams={searchParams}
          nextCursor={items.nextCursor}
          {...(items.data.length > 0 ? { count: items.data.length } : {})}
        />
      </div>
    </ClientMessages>
  );
}

/** What triage needs of an item. `since`: when one looked last; before the first time all is new. */
function triagedOf(item: InboxItem, since: string | null) {
  const { id, assignee, snoozedUntil, dismissedAt, firstSeenAt } = item;
  const fresh = since === null || firstSeenAt > since;
  return { id, assignee, snoozedUntil, dismissed: dismissedAt !== null, fresh };
}
