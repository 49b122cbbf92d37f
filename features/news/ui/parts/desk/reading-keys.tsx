"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Draft } from "@/features/tags/domain/tagging-keys";
import { type InboxKeys, type PickThesis, type Reading, ReadingContext } from "./reading-context";
import { handOn, type OpenDialog, pressKey } from "./reading-press";
import { ReadingStoreContext, selection } from "./reading-store";
import type { Row } from "./tagging-steps";
import { UndoNotice } from "./undo-notice";
import { useReadingDesk } from "./use-reading-desk";

const KeysDialog = dynamic(() => import("./keys-dialog").then((module) => module.KeysDialog), { ssr: false });
const SelectionBar = dynamic(() => import("./selection-bar").then((module) => module.SelectionBar), {
  ssr: false,
});
const NoteDialog = dynamic(() => import("./note-dialog").then((module) => module.NoteDialog), { ssr: false });
const CompanyDialog = dynamic(() => import("./company-dialog").then((module) => module.CompanyDialog), {
  ssr: false,
});
const HandOnDialog = dynamic(() => import("./assign-dialog").then((module) => module.HandOnDialog), {
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
  const desk = useReadingDesk({
    workspace,
    theses,
    canTag,
    only,
    inbox,
    ...(only ? { onSaved: () => router.refresh() } : {}),
  });
  const { store, steps } = desk;
  const [dialog, setDialog] = useState<OpenDialog | null>(null);

  const reading = {
    start: (row: Row) => {
      desk.inHand.current = row.id;
      store.setDraft(row.id, { thesis: null, stance: null });
    },
    startSelected: () => store.setDraft(selection, { thesis: null, stance: null }),
    setDraft: (draft: Draft | null) => store.setDraft(store.get().draft?.id ?? null, draft),
    showKeys: () => setDialog({ kind: "keys" }),
    handOn: () => handOn(desk, setDialog),
    peek: desk.peek,
    put: desk.put,
    remove: desk.remove,
    triage: desk.triage,
    register: desk.register,
  };
  // Rows hold on to the first object; what it does is always what the latest drawing says.
  const live = useRef(reading);
  const press = useRef((_: KeyboardEvent) => {});
  useEffect(() => {
    live.current = reading;
    press.current = (event) => {
      const situation = { desk, theses, canTag, single: only !== undefined, inbox, show: setDialog };
      if (!isOthers(event) && pressKey(event.key, situation)) event.preventDefault();
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press.current(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  const stable = useMemo<Reading>(
    () => ({
      workspace,
      theses,
      canTag,
      inbox,
      start: (row) => live.current.start(row),
      startSelected: () => live.current.startSelected(),
      setDraft: (draft) => live.current.setDraft(draft),
      put: (id, choice) => live.current.put(id, choice),
      remove: (id, thesis) => live.current.remove(id, thesis),
      triage: (what) => live.current.triage(what),
      register: (row) => live.current.register(row),
      showKeys: () => live.current.showKeys(),
      handOn: () => live.current.handOn(),
      peek: only === undefined ? (id) => live.current.peek(id) : null,
    }),
    [workspace, theses, canTag, inbox, only],
  );

  const close = () => setDialog(null);
  return (
    <ReadingStoreContext value={store}>
      <ReadingContext value={stable}>
        <div ref={desk.area}>{children}</div>
        {!only && canTag && <SelectionBar />}
        <UndoNotice said={steps.said} theses={theses} onUndo={steps.undo} onClose={steps.hush} />
        {dialog?.kind === "keys" && (
          <KeysDialog canTag={canTag} list={!only} inbox={inbox !== null} onClose={close} />
        )}
        {dialog?.kind === "note" && (
          <NoteDialog
            workspace={workspace}
            row={dialog.row}
            choice={desk.recentTag(dialog.row)}
            onClose={close}
          />
        )}
        {dialog?.kind === "handOn" && inbox && (
          <HandOnDialog rows={dialog.rows} inbox={inbox} onTriage={desk.triage} onClose={close} />
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
