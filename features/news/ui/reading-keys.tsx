"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type Draft, pressTagKey, type TagChoice } from "../rules/tagging-keys";
import { type InboxKeys, type PickThesis, type Reading, ReadingContext } from "./reading-context";
import { type Handled, ReadingStore, ReadingStoreContext, selection } from "./reading-store";
import { currentTags } from "./tag-memory";
import { type Row, tagOf, tagStep, triageStep } from "./tagging-steps";
import { UndoNotice } from "./undo-notice";
import { useReadingPosition } from "./use-reading-position";
import { useSteps } from "./use-steps";

const KeysDialog = dynamic(() => import("./keys-dialog").then((module) => module.KeysDialog), { ssr: false });
const SelectionBar = dynamic(() => import("./selection-bar").then((module) => module.SelectionBar), {
  ssr: false,
});
const NoteDialog = dynamic(() => import("./note-dialog").then((module) => module.NoteDialog), { ssr: false });
const CompanyDialog = dynamic(() => import("./company-dialog").then((module) => module.CompanyDialog), {
  ssr: false,
});

type Props = {
  workspace: string;
  theses: readonly PickThesis[];
  canTag: boolean;
  /** An item's page: the keys are always about this one. */
  only?: string;
  inbox?: InboxKeys | null;
  children: ReactNode;
};

/**
 * Reading and tagging by keyboard. The row in hand is the one that holds the focus (or held it last), so that Tab, a click
 * and a screen reader agree with j and k about where one is. With rows selected, keys are about all of them.
 */
export function ReadingKeys({ workspace, theses, canTag, only, inbox = null, children }: Props) {
  const router = useRouter();
  const area = useRef<HTMLDivElement>(null);
  const rows = useRef(new Map<string, Row>());
  const inHand = useRef<string | null>(only ?? null);
  const last = useRef<TagChoice | null>(null);
  const [store] = useState(() => new ReadingStore());
  const [dialog, setDialog] = useState<{ kind: "keys" } | { kind: "note" | "company"; row: Row } | null>(
    null,
  );
  const steps = useSteps(only ? () => router.refresh() : undefined);
  useReadingPosition(area, inHand, only !== undefined);

  const where = { workspace, slugs: new Map(theses.map(({ id, slug }) => [id, slug])) };
  const order = () =>
    [...(area.current?.querySelectorAll<HTMLElement>("[data-news-row]") ?? [])].flatMap(
      ({ dataset }) => dataset.newsRow ?? [],
    );
  /** The rows an action is about: those selected, else the one named. */
  const meant = (id: string | null): Row[] => {
    const { selected } = store.get();
    const ids =
      selected.size > 0 && (id === null || id === selection || selected.has(id)) ? [...selected] : [id ?? ""];
    return ids.flatMap((one) => rows.current.get(one) ?? []);
  };

  const focusRow = (id: string | undefined) => {
    const row = id && area.current?.querySelector<HTMLElement>(`[data-news-row="${id}"]`);
    if (!row) return;
    row.querySelector<HTMLElement>("[data-row-link]")?.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const step = (by: number) => {
    const all = order();
    const at = all.indexOf(inHand.current ?? "");
    focusRow(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
  };
  const open = (selector: string) =>
    area.current?.querySelector<HTMLElement>(`[data-news-row="${inHand.current}"] ${selector}`)?.click();

  const put = (id: string, choice: TagChoice) => {
    store.setDraft(null, null);
    last.current = choice;
    const about = meant(id);
    if (about.length > 0) steps.make(tagStep(where, about, choice.thesis, choice));
  };
  const remove = (id: string, thesis: string) => {
    store.setDraft(null, null);
    const about = meant(id).filter((row) => tagOf(row, thesis));
    if (about.length > 0) steps.make(tagStep(where, about, thesis, null));
  };
  const triage = (what: Handled, id: string | null = null) => {
    const about = meant(id ?? inHand.current);
    if (!inbox || !canTag || about.length === 0) return;
    const assignee = what.kind === "assigned" && what.name !== null ? inbox.me.id : null;
    steps.make(triageStep(workspace, store, about, what, assignee));
    store.clearSelection();
    if (about.length === 1 && what.kind !== "assigned") step(1);
  };

  /** The tag of the row in hand that was put last, or its only one. */
  const recentTag = (row: Row): TagChoice | null => {
    const tags = currentTags(row.id, row.served);
    const tag =
      tags.find((one) => one.thesisId === last.current?.thesis) ?? (tags.length === 1 ? tags[0] : undefined);
    return tag ? { thesis: tag.thesisId, stance: tag.stance, strength: tag.strength } : null;
  };
  /** True when the key meant something. */
  const tagKey = (key: string): boolean => {
    const several = store.get().selected.size > 0;
    const row = rows.current.get(inHand.current ?? "");
    const id = several ? selection : row?.id;
    if (!canTag || id === undefined) return false;
    const { draft } = store.get();
    const pressed = pressTagKey(key, {
      draft: draft?.id === id ? draft.draft : null,
      theses: theses.map((thesis) => thesis.id),
      tagged:
        several || !row
          ? theses.map((thesis) => thesis.id)
          : currentTags(row.id, row.served).map((tag) => tag.thesisId),
      last: last.current,
      recent: several || !row ? null : recentTag(row),
    });
    if (!pressed) return false;
    store.setDraft(id, pressed.do === "draft" ? pressed.draft : null);
    if (pressed.do === "put") put(id, pressed.choice);
    if (pressed.do === "remove") remove(id, pressed.thesis);
    return true;
  };
  const moveKey = (key: string): boolean => {
    if (only) return false;
    if (key === "j" || key === "ArrowDown") step(1);
    else if (key === "k" || key === "ArrowUp") step(-1);
    else if (key === "o") open("[data-row-link]");
    else if (key === "v") open("[data-row-source]");
    else return false;
    store.setDraft(null, null);
    return true;
  };
  const selectKey = (key: string): boolean => {
    const id = inHand.current;
    if (only || !canTag) return false;
    if (key === "Escape" && store.get().selected.size > 0) store.clearSelection();
    else if (key === "x" && id) {
      store.select([id], !store.get().selected.has(id));
    } else if (key === "X" && id) {
      const all = order();
      const [here, there] = [all.indexOf(id), all.indexOf(store.anchor ?? id)];
      const from = there === -1 ? here : there;
      store.select(all.slice(Math.min(from, here), Math.max(from, here) + 1), true);
    } else return false;
    return true;
  };
  const inboxKey = (key: string): boolean => {
    if (!inbox || !canTag) return false;
    if (key === "d") triage(inbox.restores ? { kind: "restored" } : { kind: "dismissed" });
    else if (key === "z") triage({ kind: "snoozed", until: inbox.tomorrow });
    else if (key === "Z") triage({ kind: "snoozed", until: inbox.nextWeek });
    else if (key === "i") {
      const mine = meant(inHand.current).every((row) => row.assignee === inbox.me.id);
      triage({ kind: "assigned", name: mine ? null : inbox.me.name });
    } else return false;
    return true;
  };
  const otherKey = (key: string): boolean => {
    const row = rows.current.get(inHand.current ?? "");
    if (key === "?") setDialog({ kind: "keys" });
    else if (key === "u" && canTag) steps.undo();
    else if (key === "e" && canTag && row && recentTag(row)) setDialog({ kind: "note", row });
    else if (key === "c" && canTag && row && !only) setDialog({ kind: "company", row });
    else return false;
    return true;
  };

  const reading = {
    theses,
    canTag,
    inbox,
    start: (row: Row) => {
      inHand.current = row.id;
      store.setDraft(row.id, { thesis: null, stance: null });
    },
    startSelected: () => store.setDraft(selection, { thesis: null, stance: null }),
    setDraft: (draft: Draft | null) => store.setDraft(store.get().draft?.id ?? null, draft),
    put,
    remove,
    triage,
    register: (row: Row) => {
      rows.current.set(row.id, row);
      return () => {
        rows.current.delete(row.id);
      };
    },
    showKeys: () => setDialog({ kind: "keys" }),
  };
  // Rows hold on to the first object; what it does is always what the latest drawing says.
  const live = useRef(reading);
  const press = useRef((_: KeyboardEvent) => {});
  useEffect(() => {
    live.current = reading;
    press.current = (event) => {
      if (isOthers(event)) return;
      const { key } = event;
      if (tagKey(key) || moveKey(key) || selectKey(key) || inboxKey(key) || otherKey(key))
        event.preventDefault();
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press.current(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  const stable = useMemo<Reading>(
    () => ({
      theses,
      canTag,
      inbox,
      start: (row) => live.current.start(row),
      startSelected: () => live.current.startSelected(),
      setDraft: (draft) => live.current.setDraft(draft),
      put: (id, choice) => live.current.put(id, choice),
      remove: (id, thesis) => live.current.remove(id, thesis),
      triage: (what, id) => live.current.triage(what, id),
      register: (row) => live.current.register(row),
      showKeys: () => live.current.showKeys(),
    }),
    [theses, canTag, inbox],
  );

  const close = () => setDialog(null);
  return (
    <ReadingStoreContext value={store}>
      <ReadingContext value={stable}>
        <div ref={area}>{children}</div>
        {!only && canTag && <SelectionBar />}
        <UndoNotice said={steps.said} theses={theses} onUndo={steps.undo} onClose={steps.hush} />
        {dialog?.kind === "keys" && (
          <KeysDialog canTag={canTag} list={!only} inbox={inbox !== null} onClose={close} />
        )}
        {dialog?.kind === "note" && (
          <NoteDialog workspace={workspace} row={dialog.row} choice={recentTag(dialog.row)} onClose={close} />
        )}
        {dialog?.kind === "company" && (
          <CompanyDialog workspace={workspace} newsId={dialog.row.id} onClose={close} />
        )}
      </ReadingContext>
    </ReadingStoreContext>
  );
}

/** Another key's, or someone types, or a dialog or menu has the keyboard. */
function isOthers(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey)
    return true;
  if (!(target instanceof Element)) return false;
  if (document.querySelector("dialog[open]")) return true;
  return (
    target.closest(
      "input:not([type='checkbox']), textarea, select, [contenteditable]:not([contenteditable='false']), [role='dialog'], [role='listbox']",
    ) !== null
  );
}
