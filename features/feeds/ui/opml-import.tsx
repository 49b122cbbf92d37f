"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, useTransition } from "react";
import { Button } from "@/components/form/button";
import { Callout } from "@/components/layout/callout";
import list from "@/components/layout/list.module.css";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { importOpmlAction } from "../actions";
import type { OpmlResult } from "../schema";
import styles from "./feeds.module.css";
import { OpmlEntries } from "./opml-entries";

type Props = {
  slug: string;
  /** The list that comes with the product; null where it was left out. */
  starting: string | null;
  /** Show that list at once. */
  useStarting: boolean;
};

const maxBytes = 5_000_000;

/** A subscription list: what it would do first, entry by entry, then the import. */
export function OpmlImport({ slug, starting, useStarting }: Props) {
  const t = useTranslations("feeds.opml");
  const router = useRouter();
  const id = useId();
  const [outline, setOutline] = useState<{ name: string; text: string } | null>(null);
  const [result, setResult] = useState<OpmlResult | null>(null);
  const [paused, setPaused] = useState(useStarting);
  const [problem, setProblem] = useState("");
  const [pending, startTransition] = useTransition();

  const run = (name: string, opml: string, dryRun: boolean) =>
    startTransition(async () => {
      const answer = await importOpmlAction(slug, { opml, dryRun, paused });
      if (!answer.ok) {
        setResult(null);
        return setProblem(answer.error.fields?.opml ? t("notOpml", { name }) : answer.error.message);
      }
      setProblem("");
      setOutline({ name, text: opml });
      setResult(answer.data);
      if (dryRun) return;
      notify({ tone: "positive", message: t("imported", { count: answer.data.created }) });
      router.refresh();
    });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > maxBytes) return setProblem(t("tooLarge"));
    run(file.name, await file.text(), true);
  };
  const first = useRef(useStarting ? starting : null);
  useEffect(() => {
    const opml = first.current;
    first.current = null;
    if (opml !== null) run(t("startingName"), opml, true);
  });
  const imported = result !== null && !result.dryRun;
  return (
    <div className={styles.import} aria-busy={pending}>
      <div className={list.line}>
        <label htmlFor={id}>{t("file")}</label>
        <input
          id={id}
          type="file"
          accept=".opml,.xml,text/xml,text/x-opml,application/xml"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {starting !== null && (
          <Button
            aria-disabled={pending}
            onClick={() => {
              setPaused(true);
              run(t("startingName"), starting, true);
            }}
          >
            {t("starting")}
          </Button>
        )}
      </div>
      {starting !== null && <p className={text.small}>{t("startingHint")}</p>}
      {problem && (
        <Callout tone="negative" role="alert">
          {problem}
        </Callout>
      )}
      {result && outline && (
        <>
          <h2>{t(imported ? "doneTitle" : "previewTitle", { name: outline.name })}</h2>
          <p role="status" className={text.small}>
            {t("counts", { created: result.created, existing: result.existing, problems: result.problems })}
          </p>
          {!imported && result.created > 0 && (
            <div className={list.line}>
              <label className={list.line}>
                <input
                  type="checkbox"
                  checked={paused}
                  onChange={(event) => setPaused(event.target.checked)}
                />
                {t("paused")}
              </label>
              <Button
                look="primary"
                aria-disabled={pending}
                onClick={() => pending || run(outline.name, outline.text, false)}
              >
                {t("import", { count: result.created })}
              </Button>
            </div>
          )}
          <OpmlEntries slug={slug} entries={result.entries} imported={imported} />
        </>
      )}
    </div>
  );
}
