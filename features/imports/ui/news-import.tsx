"use client";

import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { Button } from "@/components/form/button";
import layout from "@/components/form/form-layout.module.css";
import text from "@/components/layout/text.module.css";
import styles from "@/features/news/ui/parts/intake.module.css";
import { importFields, type Mapping } from "../domain/columns";
import type { ImportResult } from "../schema";
import { ImportErrors } from "./import-errors";
import { ImportRun } from "./import-run";
import { uploadNews } from "./upload-news";

/** A file: what it would bring first, with its columns and bad rows, then the import. */
export function NewsImport({ slug }: { slug: string }) {
  const t = useTranslations("news.import");
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [result, setResult] = useState<ImportResult | null>(null);
  const [runId, setRunId] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const [doing, setDoing] = useState<"checking" | "sending">("checking");
  const [pending, startTransition] = useTransition();

  const send = (chosen: File, columns: Mapping, dryRun: boolean) => {
    setDoing(dryRun ? "checking" : "sending");
    startTransition(async () => {
      const answer = await uploadNews(slug, chosen, columns, dryRun);
      startTransition(() => {
        const tried = answer.ok && "errors" in answer.data ? answer.data : null;
        setProblem(answer.ok ? "" : t("failed", { reason: answer.error.message }));
        setResult(tried);
        if (tried) setMapping(tried.mapping);
        setRunId(answer.ok && "run" in answer.data ? answer.data.run.id : null);
      });
    });
  };
  const choose = (chosen: File | undefined) => {
    setFile(chosen ?? null);
    setResult(null);
    setRunId(null);
    setMapping({});
    if (chosen) send(chosen, {}, true);
  };

  const { found = 0, created = 0, known = 0, failed = 0 } = result ?? {};
  return (
    <div className={layout.form} aria-busy={pending}>
      <div className={styles.field}>
        <label htmlFor={id}>{t("choose")}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,.jsonl,.ndjson,text/csv,application/x-ndjson"
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </div>
      <p role="status" className={text.muted}>
        {pending && t(doing)}
        {!pending && result && t("result", { found, created, known, failed })}
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {file && result && (
        <fieldset className={styles.columns}>
          <legend>{t("columns")}</legend>
          <p className={text.muted}>{t("columnsHint")}</p>
          {importFields.map((field) => (
            <label key={field}>
              {t(`fields.${field}`)}
              <select
                value={mapping[field] ?? ""}
                onChange={({ target }) => setMapping(withColumn(mapping, field, target.value))}
              >
                <option value="">{t("none")}</option>
                {result.columns.map((column) => (
                  <option key={column} value={column}>
                    {column}
                  </option>
                ))}
              </select>
            </label>
          ))}
          {result.ignored.length > 0 && (
            <p className={text.muted}>{t("ignored", { columns: result.ignored.join(", ") })}</p>
          )}
          <div className={layout.buttons}>
            <Button disabled={pending} onClick={() => send(file, mapping, true)}>
              {t("check")}
            </Button>
            <Button
              look="primary"
              disabled={pending || result.created === 0}
              onClick={() => send(file, mapping, false)}
            >
              {t("run", { count: result.created })}
            </Button>
          </div>
        </fieldset>
      )}
      {runId && <ImportRun slug={slug} id={runId} />}
      {result && result.errors.length > 0 && <ImportErrors errors={result.errors} />}
    </div>
  );
}

function withColumn(mapping: Mapping, field: keyof Mapping, column: string): Mapping {
  const { [field]: _, ...others } = mapping;
  return column === "" ? others : { ...others, [field]: column };
}
