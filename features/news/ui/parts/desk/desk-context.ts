"use client";

import { createContext, useContext, useEffect } from "react";
import type { Binding } from "@/components/keyboard/keymap";
import { useStore } from "@/components/state/store";
import type { Draft } from "@/features/tags/keys";
import type { Desk } from "./desk";
import { type DeskState, initialState, type PickThesis } from "./desk-state";
import type { ShownTag } from "./tag-memory";

export type Reading = {
  desk: Desk;
  /** The workspace's slug. */
  workspace: string;
  theses: readonly PickThesis[];
  canTag: boolean;
  /** An item's own page, not a list. */
  single: boolean;
};

export const ReadingContext = createContext<Reading | null>(null);
/** Every key that works on this page. */
export const KeymapContext = createContext<readonly Binding[]>([]);

/** What rows and what stands around them need; the same object until the page is read again. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("shown outside of a ReadingDesk");
  return reading;
}

/** The keys of a button, by the id of its row in the keymap; none where the page has no such row. */
export function useKeysOf(id: string): readonly string[] {
  return useContext(KeymapContext).find((binding) => binding.id === id)?.keys ?? [];
}

/** Adds keys to the desk's, after its own, for as long as the component is shown. */
export function useAddedKeys(keymap: readonly Binding[]): void {
  const { desk } = useReading();
  useEffect(() => desk.addKeys(keymap), [desk, keymap]);
}

export function useDeskState<Part>(desk: Desk, pick: (state: DeskState) => Part): Part {
  return useStore(desk, pick, pick(initialState));
}

/** The tag being typed for this target, if it is its turn. */
export function useDraft(desk: Desk, target: string): Draft | null {
  return useDeskState(desk, ({ draft }) => (draft?.target === target ? draft.draft : null));
}

export function useTags(desk: Desk, id: string, served: readonly ShownTag[]): readonly ShownTag[] {
  return useStore(desk.tags, () => desk.tags.current({ id, served }), served);
}
