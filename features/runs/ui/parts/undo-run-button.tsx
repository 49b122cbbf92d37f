"use client";

import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/form/confirm-button";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { undoRunAction } from "../../actions";
import type { Run } from "../../schema";

type Props = { slug: string; run: Run; onStarted: (undo: Run) => void };

/** Takes back what a run did, in a run of its own. Needs the messages of "runs.undo" and "errors". */
export function UndoRunButton({ slug, run, onStarted }: Props) {
  const t = useTranslations("runs.undo");
  const errorText = useErrorText();
  if (run.undo !== "possible") return null;
  const undo = async () => {
    const result = await undoRunAction(slug, { id: run.id });
    if (result.ok) onStarted(result.data.run);
    else notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
  };
  return (
    <ConfirmButton title={t("question")} description={t("description")} confirm={t("undo")} action={undo}>
      {t("undo")}
    </ConfirmButton>
  );
}
