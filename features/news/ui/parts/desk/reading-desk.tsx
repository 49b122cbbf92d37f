"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useKeymap } from "@/components/keyboard/use-keymap";
import {
  confirmTagsAction,
  tagManyAction,
  tagNewsAction,
  undoBatchAction,
  untagNewsAction,
} from "@/features/tags/actions";
import { Desk } from "./desk";
import { KeymapContext, ReadingContext, useDeskState, useReading } from "./desk-context";
import { deskKeys } from "./desk-keys";
import type { DeskOptions, PickThesis } from "./desk-state";
import { keepListOnOpening, turnInList } from "./list-walk";
import { rowsIn } from "./row-list";
import type { Row, TagDoor } from "./tag-changes";
import { TagMemoryContext } from "./tag-memory";
import { UndoNotice } from "./undo-notice";
import { useReadingPosition } from "./use-reading-position";

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
  children: ReactNode;
};

/** Reading and tagging by keyboard: the desk, its keys, and what they open. */
export function ReadingDesk({ workspace, theses, canTag, only, children }: Props) {
  const t = useTranslations("news.reading");
  const area = useRef<HTMLDivElement>(null);
  const memory = useContext(TagMemoryContext);
  const options = useDeskOptions({ workspace, theses, canTag, only: only ?? null });
  const [desk] = useState(
    () =>
      new Desk(
        rowsIn(() => area.current),
        options,
        memory ?? undefined,
      ),
  );
  useEffect(() => desk.configure(options), [desk, options]);
  const single = only !== undefined;
  useReadingPosition(area, desk, single);
  useEffect(() => (single ? undefined : keepListOnOpening(() => area.current)), [single]);

  const added = useDeskState(desk, (state) => state.added);
  const own = useMemo(
    () => deskKeys(desk, { canTag, single }, (id) => t(`keys.${id}`)),
    [desk, canTag, single, t],
  );
  const keymap = useMemo(() => [...own, ...added.flat()], [own, added]);
  useKeymap(keymap);
  const reading = useMemo(
    () => ({ desk, workspace, theses, canTag, single }),
    [desk, workspace, theses, canTag, single],
  );
  return (
    <ReadingContext value={reading}>
      <KeymapContext value={keymap}>
        <div ref={area}>{children}</div>
        {!single && canTag && <SelectionBar />}
        <UndoNotice />
        <Dialogs />
      </KeymapContext>
    </ReadingContext>
  );
}

function Dialogs() {
  const { desk, workspace } = useReading();
  const dialog = useDeskState(desk, (state) => state.dialog);
  const close = () => desk.show(null);
  if (dialog?.kind === "keys") return <KeysDialog onClose={close} />;
  if (dialog?.kind === "note") return <NoteDialog row={dialog.row} onClose={close} />;
  if (dialog?.kind === "company")
    return <CompanyDialog workspace={workspace} newsId={dialog.row.id} onClose={close} />;
  return null;
}

type Given = Pick<DeskOptions, "theses" | "canTag" | "only"> & { workspace: string };

/** Where the desk saves, and its words in the reader's language. */
function useDeskOptions({ workspace, theses, canTag, only }: Given): DeskOptions {
  const t = useTranslations("news.reading");
  const router = useRouter();
  return useMemo(() => {
    const title = (rows: readonly Row[]) =>
      rows.length === 1 ? (rows[0]?.title ?? "") : t("several", { count: rows.length });
    const name = (id: string) => theses.find((one) => one.id === id)?.name ?? "";
    return {
      theses,
      canTag,
      only,
      door: tagDoor(workspace),
      words: {
        put: ({ thesis, stance, strength }, rows) =>
          t("put", { thesis: name(thesis), title: title(rows), stance: t(`stances.${stance}`), strength }),
        removed: (thesis, rows) => t("removed", { thesis: name(thesis), title: title(rows) }),
        confirmed: (rows) => t("rules.confirmed", { title: title(rows) }),
        rejected: (rows) => t("rules.rejected", { title: title(rows) }),
      },
      turn: (by) => {
        const next = only === null ? null : turnInList(only, by);
        // In place of this item, so that Back leads to the list.
        if (next !== null) router.replace(`/w/${workspace}/news/${next}`);
      },
      // An item's own page says more of its tags than the desk does.
      onSaved: () => only !== null && router.refresh(),
    };
  }, [workspace, theses, canTag, only, t, router]);
}

function tagDoor(workspace: string): TagDoor {
  return {
    put: (id, thesis, { stance, strength, note }) =>
      tagNewsAction(workspace, { id, thesis, stance, strength, note }),
    remove: (id, thesis) => untagNewsAction(workspace, { id, thesis }),
    many: (ids, thesis, tag) =>
      tagManyAction(workspace, {
        ids: [...ids],
        ...(tag
          ? { put: [{ thesis, stance: tag.stance, strength: tag.strength, note: tag.note }] }
          : { remove: [thesis] }),
      }),
    confirm: (ids) => confirmTagsAction(workspace, { ids: [...ids] }),
    takeOff: (id, theses) => tagManyAction(workspace, { ids: [id], remove: [...theses] }),
    undoBatch: (id) => undoBatchAction(workspace, { id }),
  };
}
