import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { LinkedPanel } from "@/components/layout/linked-panel";
import { PageHeader } from "@/components/layout/page-header";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import { grants, type Role } from "@/server/permissions";
import type { Overview } from "../schema";
import { ActivityList } from "./activity-list";
import { DealMatrix } from "./deal-matrix";
import { FeedsPanel } from "./feeds-panel";
import { FirstSteps } from "./first-steps";
import styles from "./overview.module.css";
import { ThesisCards, type ThesisName } from "./thesis-cards";
import { UntaggedPanel } from "./untagged-panel";

type Props = {
  slug: string;
  workspaceName: string;
  theses: (ThesisName & { facet: string; status: string })[];
  overview: Overview;
  now: string;
  role: Role;
};

/** The team's first page; rendered on the server. */
export function OverviewPage({ slug, workspaceName, theses, overview, now, role }: Props) {
  const t = useTranslations("overview");
  const focus = theses.filter(({ facet, status }) => facet === "focus" && status === "active");
  const feeds = <FeedsPanel slug={slug} feeds={overview.feeds} timeZone={overview.signals.timeZone} />;
  const trouble = overview.feeds.trouble.length > 0;
  return (
    <>
      <PageHeader title={t("title")} description={workspaceName} />
      {overview.signals.latestDay === null && <FirstSteps slug={slug} role={role} />}
      <section aria-labelledby="focus">
        <h2 id="focus" className={styles.heading}>
          {t("theses")}
        </h2>
        <PastNote slug={slug} signals={overview.signals} />
        {focus.length === 0 ? (
          <EmptyState
            icon="thesis"
            title={t("noTheses")}
            description={t("noThesesDescription")}
            actions={
              grants(role, "thesis:write") && (
                <LinkButton href={`/w/${slug}/theses/new`}>{t("addThesis")}</LinkButton>
              )
            }
          />
        ) : (
          <ThesisCards slug={slug} theses={focus} signals={overview.signals} />
        )}
      </section>
      <div className={styles.columns}>
        <div className={styles.column}>
          <UntaggedPanel slug={slug} overview={overview} />
          <LinkedPanel title={t("activity")} href={`/w/${slug}/settings/activity`} all={t("allActivity")}>
            <ActivityList slug={slug} overview={overview} theses={theses} now={now} />
          </LinkedPanel>
        </div>
        <div className={styles.column}>
          {trouble && feeds}
          <LinkedPanel title={t("deals")} href={`/w/${slug}/deals`} all={t("allDeals")}>
            <DealMatrix slug={slug} theses={focus} overview={overview} />
          </LinkedPanel>
          {!trouble && feeds}
        </div>
      </div>
    </>
  );
}

/** Where the bars lie further back than the reader expects, that is said. */
function PastNote({ slug, signals }: { slug: string; signals: Overview["signals"] }) {
  const t = useTranslations("overview");
  const locale = useLocale();
  if (!signals.past || signals.latestDay === null) return null;
  return (
    <p className={text.muted}>
      {t.rich("past", {
        day: formatInstant(signals.latestDay, signals.timeZone, locale, "day"),
        // Without a range of its own the trends page shows the year up to the latest item.
        link: (text) => <Link href={`/w/${slug}/trends`}>{text}</Link>,
      })}
    </p>
  );
}
