"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmButton } from "@/components/form/confirm-button";
import layout from "@/components/form/form-layout.module.css";
import { useErrorText } from "@/components/form/use-error-text";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { formatInstant } from "@/components/text/format-date";
import { isOver } from "@/features/runs/domain";
import { RunProgress } from "@/features/runs/ui/parts/run-progress";
import { useRun } from "@/features/runs/ui/parts/use-run";
import { undoBatchAction } from "@/features/tags/actions";
import { applyRuleAction, getRuleAction } from "../actions";
import type { Rule, RuleRun } from "../schema";

type Props = { slug: string; timeZone: string; rule: Rule; canWrite: boolean };

/** Puts the rule to what is stored, shows how far it is, takes it back. */
export function RuleRunPanel({ slug, timeZone, rule, canWrite }: Props) {
  const t = useTranslations("rules.run");
  const errorText = useErrorText();
  const router = useRouter();
  const { run, live, setRun } = useFollowedRun(slug, rule);

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
      <p className={text.muted}>{t("explanation")}</p>
      {run && <RunState run={run} timeZone={timeZone} />}
      {live && <RunProgress slug={slug} run={live} canChange={canWrite} />}
      {canWrite && (
        <div className={layout.buttons}>
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

/** The last run, and how it stands while it goes on. */
function useFollowedRun(slug: string, rule: Rule) {
  const [run, setRun] = useState<RuleRun | null>(rule.lastRun);
  const live = useRun(slug, run?.status === "running" ? run.id : null);
  const over = live !== null && isOver(live);
  useEffect(() => {
    if (!over) return;
    void getRuleAction(slug, { id: rule.id }).then((result) => {
      if (result.ok) setRun(result.data.lastRun);
    });
  }, [over, slug, rule.id]);
  return { run, live, setRun };
}

function RunState({ run, timeZone }: { run: RuleRun; timeZone: string }) {
  const t = useTranslations("rules.run");
  const locale = useLocale();
  const { status, put, removed, undone } = run;
  const time = formatInstant(run.startedAt, timeZone, locale, "time");
  const by = run.startedBy;
  return (
    <p role="status" className={text.muted}>
      {status === "running" ? t("running", { time, by }) : t(status, { time, by, put, removed })}{" "}
      {undone && t("undone")}
    </p>
  );
}
