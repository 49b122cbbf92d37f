"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { type Draft, pressTagKey, type TagChoice } from "../rules/tagging-keys";
import { currentTags } from "./tag-memory";
import { UndoNotice } from "./undo-notice";
import { type Row, useTagging } from "./use-tagging";

const KeysDialog = dynamic(() => import("./keys-dialog").then((module) => module.KeysDialog), { ssr: false });

/** A thesis to pick, its name in the reader's language. Digits follow the order. */
export type PickThesis = { id: string; slug: string; name: string; colorIndex: number };

type Reading = {
  theses: readonly PickThesis[];
  canTag: boolean;
  /** The tag being typed for this item, if it is this one's turn. */
  draftOf(id: string): Draft | null;
  start(row: Row): void;
  setDraft(draft: Draft | null): void;
  put(row: Row, choice: TagChoice): void;
  remove(row: Row, thesis: string): void;
  register(row: Row): () => void;
  showKeys(): void;
};

const Context = createContext<Reading | null>(null);

/** What rows need; null outside of a list. */
export function useReading(): Reading | null {
  return useContext(Context);
}

type Props = {
  workspace: string;
  theses: readonly PickThesis[];
  canTag: boolean;
  /** An item's page: the keys are always about this one. */
  only?: string;
  children: ReactNode;
};

/**
 * Reading and tagging by keyboard. The row in hand is the one that holds the focus (or held it last), so that Tab, a click
 * and a screen reader agree with j and k about where one is.
 */
export function ReadingKeys({ workspace, theses, canTag, only, children }: Props) {
  const router = useRouter();
  const area = useRef<HTMLDivElement>(null);
  const rows = useRef(new Map<string, Row>());
  const inHand = useRef<string | null>(only ?? null);
  const [draft, setDraft] = useState<{ id: string; draft: Draft } | null>(null);
  const [keysShown, showKeys] = useState(false);
  const slugs = new Map(theses.map(({ id, slug }) => [id, slug]));
  const tagging = useTagging({ workspace, slugs, ...(only ? { onSaved: () => router.refresh() } : {}) });

  const register = useCallback((row: Row) => {
    rows.current.set(row.id, row);
    return () => rows.current.delete(row.id);
  }, []);

  const step = (by: number) => {
    const all = [...(area.current?.querySelectorAll<HTMLElement>("[data-news-row]") ?? [])];
    const at = all.findIndex((row) => row.dataset.newsRow === inHand.current);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
    next?.querySelector<HTMLElement>("[data-row-link]")?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const open = (selector: string) =>
    area.current?.querySelector<HTMLElement>(`[data-news-row="${inHand.current}"] ${selector}`)?.click();
  const draftFor = (id: string, next: Draft | null) => setDraft(next && { id, draft: next });

  /** True when the key meant something. */
  const tagKey = (key: string): boolean => {
    const row = rows.current.get(inHand.current ?? "");
    if (!canTag || !row) return false;
    const pressed = pressTagKey(key, {
      draft: draft?.id === row.id ? draft.draft : null,
      theses: theses.map(({ id }) => id),
      tagged: currentTags(row.id, row.served).map(({ thesisId }) => thesisId),
      last: tagging.last.current,
    });
    if (!pressed) return false;
    draftFor(row.id, pressed.do === "draft" ? pressed.draft : null);
    if (pressed.do === "put") tagging.put(row, pressed.choice);
    if (pressed.do === "remove") tagging.remove(row, pressed.thesis);
    return true;
  };
  const moveKey = (key: string): boolean => {
    if (only) return false;
    if (key === "j" || key === "ArrowDown") step(1);
    else if (key === "k" || key === "ArrowUp") step(-1);
    else if (key === "o") open("[data-row-link]");
    else if (key === "v") open("[data-row-source]");
    else return false;
    setDraft(null);
    return true;
  };
  const otherKey = (key: string): boolean => {
    if (key === "?") showKeys(true);
    else if (key === "u" && canTag) tagging.undo();
    else return false;
    return true;
  };

  const latest = useRef((_: KeyboardEvent) => {});
  useEffect(() => {
    latest.current = (event) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        isBusy(event)
      )
        return;
      if (tagKey(event.key) || moveKey(event.key) || otherKey(event.key)) event.preventDefault();
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    const follow = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-news-row]") : null;
      if (row?.dataset.newsRow) inHand.current = row.dataset.newsRow;
    };
    document.addEventListener("keydown", listen);
    document.addEventListener("focusin", follow);
    return () => {
      document.removeEventListener("keydown", listen);
      document.removeEventListener("focusin", follow);
    };
  }, []);

  const reading: Reading = {
    theses,
    canTag,
    draftOf: (id) => (draft?.id === id ? draft.draft : null),
    start: (row) => {
      inHand.current = row.id;
      draftFor(row.id, { thesis: null, stance: null });
    },
    setDraft: (next) => draft && draftFor(draft.id, next),
    put: (row, choice) => {
      setDraft(null);
      tagging.put(row, choice);
    },
    remove: (row, thesis) => {
      setDraft(null);
      tagging.remove(row, thesis);
    },
    register,
    showKeys: () => showKeys(true),
  };
  return (
    <Context value={reading}>
      <div ref={area}>{children}</div>
      <UndoNotice said={tagging.said} theses={theses} onUndo={tagging.undo} onClose={tagging.hush} />
      {keysShown && <KeysDialog canTag={canTag} list={!only} onClose={() => showKeys(false)} />}
    </Context>
  );
}

/** Someone types, or a dialog or menu has the keyboard. */
function isBusy(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (document.querySelector("dialog[open]")) return true;
  return (
    target.closest(
      "input, textarea, select, [contenteditable]:not([contenteditable='false']), [role='dialog'], [role='listbox']",
    ) !== null
  );
}
