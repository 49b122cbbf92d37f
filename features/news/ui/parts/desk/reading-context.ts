"use client";

import { createContext, useContext } from "react";
import type { Draft, TagChoice } from "@/features/tags/domain/tagging-keys";
import type { Handled, Someone } from "./reading-store";
import type { Row } from "./tagging-steps";

/** A thesis to pick, its name in the reader's language. Digits follow the order. */
export type PickThesis = { id: string; slug: string; name: string; colorIndex: number };

/** What the inbox does beside tagging. Days are those of the workspace's zone. `restores`: the view is of what was put away. */
export type InboxKeys = {
  me: Someone;
  members: readonly Someone[];
  tomorrow: string;
  nextWeek: string;
  restores: boolean;
};

export type Reading = {
  /** The workspace's slug. */
  workspace: string;
  theses: readonly PickThesis[];
  canTag: boolean;
  inbox: InboxKeys | null;
  start(row: Row): void;
  startSelected(): void;
  setDraft(draft: Draft | null): void;
  put(id: string, choice: TagChoice): void;
  remove(id: string, thesis: string): void;
  triage(what: Handled): void;
  register(row: Row): () => void;
  showKeys(): void;
  handOn(): void;
  /** Shows what an item says below its row, or no longer; null on an item's own page. */
  peek: ((id: string) => void) | null;
};

export const ReadingContext = createContext<Reading | null>(null);

/** What rows need, always the same object; null outside of a list. */
export function useReading(): Reading | null {
  return useContext(ReadingContext);
}
