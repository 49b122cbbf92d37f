"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/form/button";
import { useErrorText } from "@/components/form/use-error-text";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { cancelRunAction } from "../../actions";
import { isOver } from "../../domain";
import type { Run } from "../../schema";
import styles from "./runs.module.css";

type Props = { slug: string; run: Run; canChange: boolean };

/** A run that is not over: how far it is, why it waits, and the way to stop it. Needs the messages of "runs.progress" and "errors". */
export function RunProgress({ slug, run, canChange }: Props) {
  const t = useTranslations("runs.progress");
  const errorText = useErrorText();
  const [asked, setAsked] = useState(false);
  const { done, total, state } = run;
  const stopping = asked || run.cancelRequested;
  if (isOver(run)) return null;

  const cancel = async () => {
    setAsked(true);
    const result = await cancelRunAction(slug, { id: run.id });
    if (result.ok) return;
    setAsked(false);
    notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
  };
  return (
    <div className={styles.progress}>
      <progress
        aria-label={t("label")}
        // Without a value it says that work goes on, and not how far it is.
        {...(total === null ? {} : { max: Math.max(1, total), value: done })}
      />
      <p className={text.muted}>
        {total === null ? t("working") : t("done", { done, total })}{" "}
        <span role="status">{stopping ? t("stopping") : state === "queued" ? t("queued") : ""}</span>
      </p>
      {run.error && <p className={styles.problem}>{t("again", { reason: runError(run, errorText) })}</p>}
      {canChange && !stopping && <Button onClick={cancel}>{t("cancel")}</Button>}
    </div>
  );
}

/** Why a run failed, in the reader's language where there is a translation. */
export function runError(run: Run, errorText: ReturnType<typeof useErrorText>): string {
  const { error: message, errorKey: key } = run;
  const told = errorText({
    code: "",
    message: message ?? "",
    ...(key ? { key, values: { id: run.id } } : {}),
  });
  return told ?? message ?? "";
}
