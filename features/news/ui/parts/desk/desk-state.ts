import type { Binding } from "@/components/keyboard/keymap";
import { emptySelection, type Selection } from "@/components/keyboard/selection";
import type { Draft, TagChoice } from "@/features/tags/keys";
import type { Row, TagDoor } from "./tag-changes";

/** A thesis to pick, its name in the reader's language. Digits follow the order. */
export type PickThesis = { id: string; slug: string; name: string; colorIndex: number };

/** The draft of a tag for all selected rows has this target in place of a row's id. */
export const allSelected = "selection";

export type DeskDialog = { kind: "keys" } | { kind: "note" | "company"; row: Row };

export type DeskState = {
  /** The row that is read: the one that holds the focus, or held it last. */
  inHand: string | null;
  /** Rows that are done with: they leave the list once another is in hand. */
  done: ReadonlySet<string>;
  /** The row in hand is read beside the list, not below itself. */
  pane: boolean;
  draft: { target: string; draft: Draft } | null;
  selection: Selection;
  /** The row whose text is shown below it. */
  preview: string | null;
  dialog: DeskDialog | null;
  /** Keys that other features add: triage, answers to suggestions. */
  added: readonly (readonly Binding[])[];
};

export const initialState: DeskState = {
  inHand: null,
  done: new Set(),
  pane: false,
  draft: null,
  selection: emptySelection,
  preview: null,
  dialog: null,
  added: [],
};

export type DeskOptions = {
  theses: readonly PickThesis[];
  canTag: boolean;
  /** An item's own page: everything is about this one. */
  only: string | null;
  door: TagDoor;
  words: {
    put(choice: TagChoice, rows: readonly Row[]): string;
    removed(thesis: string, rows: readonly Row[]): string;
    confirmed(rows: readonly Row[]): string;
    rejected(rows: readonly Row[]): string;
  };
  /** On an item's page: shows the item so many places on in the list one came from. */
  turn(by: number): void;
  onSaved(): void;
};
