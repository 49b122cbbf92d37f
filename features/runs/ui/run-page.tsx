import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { DateText } from "@/components/text/date-text";
import { ClientMessages } from "@/i18n/client-messages";
import { isOver } from "../domain";
import type { Run } from "../schema";
import { LiveRun } from "./live-run";
import styles from "./parts/runs.module.css";
import { stateTones, useRunWords } from "./run-words";
import { UndoAndFollow } from "./undo-and-follow";
import { WhyFailed } from "./why-failed";

type Props = {
  slug: string;
  timeZone: string;
  run: Run;
  canChange: boolean;
  /** What its kind alone can show of it. */
  children?: ReactNode;
};

/** One run: how it stands, what came of it, and taking it back. */
export function RunPage({ slug, timeZone, run, canChange, children }: Props) {
  const t = useTranslations("runs");
  const { kindOf, outcomeOf } = useRunWords();
  const over = isOver(run);
  return (
    <ClientMessages of={["runs.progress", "runs.undo", "errors"]}>
      <section className={styles.detail} aria-labelledby="run">
        <h2 id="run">
          {kindOf(run)}
          {run.label && <span className={text.under}>{run.label}</span>}
        </h2>
        <p className={text.muted}>
          <StatusBadge tone={stateTones[run.state]}>{t(`states.${run.state}`)}</StatusBadge>{" "}
          {t.rich("started", {
            by: run.startedBy ?? t("automatic"),
            when: () => <DateText value={run.createdAt} timeZone={timeZone} style="time" />,
          })}{" "}
          {run.undo === "done" && t("undone")}
        </p>
        {over || <LiveRun slug={slug} run={run} canChange={canChange} />}
        {run.state === "failed" && <WhyFailed run={run} />}
        {over && <p>{outcomeOf(run)}</p>}
        {canChange && <UndoAndFollow slug={slug} run={run} />}
        {children}
      </section>
    </ClientMessages>
  );
}
