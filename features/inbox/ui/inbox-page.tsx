import Link from "next/link";
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
import { NewsRows } from "@/features/news/ui/parts/news-rows";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import { type InboxCounts, type InboxItem, type InboxView, inboxViews } from "../schema";
import styles from "./inbox.module.css";
import { InboxDesk } from "./inbox-desk";
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
  /** Null for those who only read. */
  keys: InboxKeys | null;
};

const maxCounted = 1000;

/** What nobody tagged yet: read, tagged, assigned, put off or away, by keyboard or not. */
export function InboxPage(props: Props) {
  const { slug, timeZone, view, items, counts, theses, suggestions, moreKeys, searchParams, keys } = props;
  const t = useTranslations("news");
  const locale = useLocale();
  const pathname = `/w/${slug}/inbox`;
  const active = theses.filter((thesis) => thesis.status === "active");
  return (
    <ClientMessages
      of={[
        "news.reading",
        "news.companies",
        "companies.picker",
        "news.item",
        "news.inbox.triage",
        "suggestions.chips",
      ]}
    >
      <InboxVisit workspace={slug} />
      <InboxDesk workspace={slug} theses={pickTheses(active, locale)} inbox={keys}>
        {moreKeys}
        <PageHeader title={t("inbox.title")} description={t("inbox.description")} actions={<KeysButton />} />
        <Views pathname={pathname} view={view} counts={counts} />
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
                  item={{ id: item.id, assignee: item.assignee, snoozedUntil: item.snoozedUntil }}
                  timeZone={timeZone}
                />,
              ]),
            )}
          />
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

function Views({ pathname, view, counts }: { pathname: string; view: InboxView; counts: InboxCounts }) {
  const t = useTranslations("news.inbox");
  return (
    <nav aria-label={t("views.label")}>
      <ul className={styles.views}>
        {inboxViews.map((one) => (
          <li key={one}>
            <Link href={`${pathname}?view=${one}`} aria-current={one === view ? "page" : undefined}>
              {t(`views.${one}`)}
              <span>{counts[one] === maxCounted ? t("most", { count: maxCounted }) : counts[one]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
