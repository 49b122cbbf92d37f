"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmButton } from "@/components/form/confirm-button";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { formatInstant } from "@/components/text/format-date";
import { undoBatchAction } from "@/features/tags/actions";
import { applyRuleAction, getRuleAction } from "../actions";
import type { Rule, RuleRun } from "../schema";
import styles from "./rules.module.css";

type Props = { slug: string; timeZone: string; rule: Rule; canWrite: boolean };

/** How often a run that is going on is looked at. */
const pollMs = 1000;

/** Puts the rule to what is stored, shows how far it is, takes it back. */
export function RuleRunPanel({ slug, timeZone, rule, canWrite }: Props) {
  const t = useTranslations("rules.run");
  const errorText = useErrorText();
  const router = useRouter();
  const [run, setRun] = useFollowedRun(slug, rule);

  const failed = (error: Parameters<typeof errorText>[0]) =>
    notify({ tone: "negative", message: t("failed", { reason: errorText(error) ?? error.message }) });
  const apply = async () => {
    const result = await applyRuleAction(slug, { id: rule.id });
    if (!result.ok) return failed(result.error);
    setRun(result.data.lastRun);
    notify({ tone: "positive", message: t("started") });
  };
  const undo = async (batchId: string) => {
    const result = await undoBatchAction(slug, { id: batchId });
    if (!result.ok) return failed(result.error);
    notify({ tone: "positive", message: t("taken", result.data) });
    setRun(run && { ...run, undone: true });
    router.refresh();
  };

  return (
    <>
      <p className={styles.note}>{t("explanation")}</p>
      {run && <RunState run={run} timeZone={timeZone} />}
      {canWrite && (
        <div className={styles.buttons}>
          {run?.status !== "running" && rule.status !== "retired" && (
            <ConfirmButton
              title={t("applyQuestion")}
              description={t("applyDescription")}
              confirm={t("apply")}
              danger={false}
              action={apply}
            >
              {t("apply")}
            </ConfirmButton>
          )}
          {run && !run.undone && run.put + run.removed > 0 && (
            <ConfirmButton
              title={t("undoQuestion")}
              description={t("undoDescription")}
              confirm={t("undo")}
              look="quiet"
              action={() => undo(run.batchId)}
            >
              {t("undo")}
            </ConfirmButton>
          )}
        </div>
      )}
    </>
  );
}

/** The last run; while it goes on, as it is by now. */
function useFollowedRun(slug: string, rule: Rule) {
  const [run, setRun] = useState<RuleRun | null>(rule.lastRun);
  const running = run?.status === "running";
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(async () => {
      const result = await getRuleAction(slug, { id: rule.id });
      if (result.ok) setRun(result.data.lastRun);
    }, pollMs);
    return () => clearInterval(timer);
  }, [running, slug, rule.id]);
  return [run, setRun] as const;
}

function RunState({ run, timeZone }: { run: RuleRun; timeZone: string }) {
  const t = useTranslations("rules.run");
  const locale = useLocale();
  const { status, examined, total, put, removed, undone } = run;
  const time = formatInstant(run.startedAt, timeZone, locale, "time");
  const by = run.startedBy;
  return (
    <div aria-live="polite">
      <p className={styles.note}>
        {status === "running" ? t("running", { time, by }) : t(status, { time, by, put, removed })}{" "}
        {undone && t("undone")}
      </p>
      {status === "running" && (
        <label className={styles.note}>
          <progress className={styles.progress} max={Math.max(1, total)} value={examined} />{" "}
          {t("progress", { examined, total })}
        </label>
      )}
    </div>
  );
}
