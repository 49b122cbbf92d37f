"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { LinkButton } from "@/components/form/button";
import layout from "@/components/form/form-layout.module.css";
import { useErrorText } from "@/components/form/use-error-text";
import text from "@/components/layout/text.module.css";
import styles from "@/features/news/ui/parts/intake.module.css";
import { isOver } from "@/features/runs/domain";
import { RunProgress, runError } from "@/features/runs/ui/parts/run-progress";
import { UndoRunButton } from "@/features/runs/ui/parts/undo-run-button";
import { useRun } from "@/features/runs/ui/parts/use-run";
import { getImportAction } from "../actions";
import type { ImportDetail } from "../schema";
import { ImportErrors } from "./import-errors";

/** An import that was begun: how far it is, then what came of it, and the way back. */
export function ImportRun({ slug, id }: { slug: string; id: string }) {
  const t = useTranslations("news.import");
  const errorText = useErrorText();
  const router = useRouter();
  const run = useRun(slug, id);
  const detail = useDetail(slug, id, run !== null && isOver(run));
  const runs = `/w/${slug}/settings/runs`;

  if (!detail)
    return (
      <div className={styles.field}>
        <p role="status" className={text.muted}>
          {t("running")} {t.rich("leave", { link: (words) => <Link href={runs}>{words}</Link> })}
        </p>
        {run && <RunProgress slug={slug} run={run} canChange />}
      </div>
    );
  const { created, known, failed, found, errors } = detail;
  const { state } = detail.run;
  return (
    <>
      {state === "failed" && (
        <p role="alert" className={styles.problem}>
          {t("failed", { reason: runError(detail.run, errorText) })}
        </p>
      )}
      <p role="status" className={text.muted}>
        {t(state === "done" ? "imported" : "stopped", { found, created, known, failed })}
      </p>
      <div className={layout.buttons}>
        <LinkButton href={`/w/${slug}/news`} look="primary">
          {t("toList")}
        </LinkButton>
        {created > 0 && (
          <UndoRunButton
            slug={slug}
            run={detail.run}
            onStarted={(undo) => router.push(`${runs}/${undo.id}`)}
          />
        )}
      </div>
      {errors.length > 0 && <ImportErrors errors={errors} />}
    </>
  );
}

/** What came of the import, read once it is over. */
function useDetail(slug: string, id: string, over: boolean): ImportDetail | null {
  const [detail, setDetail] = useState<ImportDetail | null>(null);
  useEffect(() => {
    if (!over) return;
    let left = false;
    void getImportAction(slug, { id }).then((result) => {
      if (result.ok && !left) setDetail(result.data);
    });
    return () => {
      left = true;
    };
  }, [slug, id, over]);
  return detail;
}
