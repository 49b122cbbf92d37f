"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { Button } from "@/components/form/button";
import control from "@/components/form/control.module.css";
import { useErrorText } from "@/components/form/use-error-text";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import { ariaKeys, keyNames } from "@/components/keyboard/keymap";
import { KeysList } from "@/components/keyboard/keys-list";
import { useKeymap } from "@/components/keyboard/use-keymap";
import list from "@/components/layout/list.module.css";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { thesisDigits } from "@/features/tags/keys";
import { readTaskAction } from "../actions";
import { chooseThesis, type Draft } from "../domain/draft";
import { type ReadingKeyId, readingKeys } from "../keys";
import type { Task } from "../schema";
import styles from "./agreement.module.css";
import { ChosenTheses } from "./chosen-theses";

export type DeskThesis = { id: string; name: string; colorIndex: number };
export type DeskTask = Pick<Task, "id" | "roundId" | "place" | "items" | "item" | "readAt" | "reading"> & {
  /** The day of publication, written out. */
  day: string;
};

const draftOf = (task: DeskTask | undefined): Draft => ({ tags: task?.reading ?? [], current: null });

/** One item after the other, tagged without knowing how it is tagged: by keyboard, or by clicking the same things. */
export function ReadingDesk({
  slug,
  tasks,
  theses,
}: {
  slug: string;
  tasks: readonly DeskTask[];
  theses: readonly DeskThesis[];
}) {
  const t = useTranslations("agreement.read");
  const router = useRouter();
  const explain = useErrorText();
  const [saved, setSaved] = useState(
    () => new Map(tasks.filter(({ readAt }) => readAt).map((task) => [task.id, draftOf(task)])),
  );
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      tasks.findIndex(({ readAt }) => !readAt),
    ),
  );
  const task = tasks[at];
  const [draft, setDraft] = useState<Draft>(() => draftOf(task));
  const [busy, startTransition] = useTransition();
  const heading = useRef<HTMLHeadingElement>(null);

  const go = (to: number, known = saved) => {
    const next = tasks[to];
    if (!next) return;
    setAt(to);
    setDraft(known.get(next.id) ?? draftOf(next));
    heading.current?.focus();
  };
  const save = () => {
    if (!task || busy) return;
    startTransition(async () => {
      const tags = draft.tags.map(({ thesisId, stance, strength }) => ({
        thesis: thesisId,
        stance,
        strength,
      }));
      const result = await readTaskAction(slug, { id: task.id, tags });
      if (!result.ok) {
        notify({
          tone: "negative",
          message: t("failed", { reason: explain(result.error) ?? result.error.message }),
        });
        return;
      }
      if (result.data.left === 0) {
        notify({ tone: "positive", message: t("closed") });
        router.push(`/w/${slug}/agreement/${task.roundId}`);
        return;
      }
      const known = new Map(saved).set(task.id, draft);
      setSaved(known);
      go(nextUnread(tasks, known, at), known);
    });
  };

  const keymap = readingKeys(
    { draft, theses: theses.map(({ id }) => id), setDraft, save, back: () => go(at - 1) },
    (id) => t(`keys.${id}`),
  );
  useKeymap(keymap);
  const keysOf = (id: ReadingKeyId) => keymap.find((binding) => binding.id === id)?.keys ?? [];

  if (!task) return null;
  const isLast =
    tasks.filter((one) => one.roundId === task.roundId && !saved.has(one.id) && one.id !== task.id).length ===
    0;
  return (
    <div className={styles.desk} aria-busy={busy}>
      <article className={styles.item} lang={task.item.language}>
        <p className={styles.meta}>
          <span>
            {t("place", { place: task.place, items: task.items })}
            {saved.has(task.id) && ` · ${t("done")}`}
          </span>
          {task.item.source && <span>{task.item.source}</span>}
          <span>{task.day}</span>
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {task.item.title}
        </h2>
        {task.item.excerpt && <p>{task.item.excerpt}</p>}
        {task.item.url && (
          <p>
            <a href={task.item.url} target="_blank" rel="noreferrer">
              {t("source")}
            </a>
          </p>
        )}
      </article>
      <fieldset className={styles.choices}>
        <legend>{t("theses")}</legend>
        <div className={styles.options}>
          {theses.map((thesis, index) => (
            <button
              key={thesis.id}
              type="button"
              className={control.choice}
              aria-pressed={draft.tags.some(({ thesisId }) => thesisId === thesis.id)}
              aria-keyshortcuts={thesisDigits[index]}
              onClick={() => setDraft(chooseThesis(draft, thesis.id))}
            >
              {thesisDigits[index] && <KbdHint keys={[thesisDigits[index]]} />}
              <SeriesSwatch index={thesis.colorIndex} />
              {thesis.name}
            </button>
          ))}
        </div>
      </fieldset>
      <ChosenTheses draft={draft} theses={theses} onChange={setDraft} />
      {isLast && <p className={text.muted}>{t("lastHint")}</p>}
      <div className={list.line}>
        <Button
          aria-disabled={at === 0}
          aria-keyshortcuts={ariaKeys(keysOf("previous"))}
          onClick={() => go(at - 1)}
        >
          {t("previous")} <KbdHint keys={keyNames(keysOf("previous"))} />
        </Button>
        <Button
          look="primary"
          aria-disabled={busy}
          aria-keyshortcuts={ariaKeys(keysOf("save"))}
          onClick={save}
        >
          {t(isLast ? "last" : "next")} <KbdHint keys={keyNames(keysOf("save"))} />
        </Button>
      </div>
      <KeysList keymap={keymap} />
    </div>
  );
}

/** The place of the next item that was not read, from the beginning again after the last. */
function nextUnread(tasks: readonly DeskTask[], saved: ReadonlyMap<string, Draft>, at: number): number {
  const later = tasks.findIndex((task, place) => place > at && !saved.has(task.id));
  return later >= 0 ? later : tasks.findIndex((task) => !saved.has(task.id));
}
