"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Draft } from "@/features/tags/domain/tagging-keys";

export type Someone = { id: string; name: string };

/** What was just done with a row of the inbox: it stays where it was, greyed, until the page is read again. */
export type Handled =
  | { kind: "dismissed" }
  | { kind: "restored" }
  | { kind: "snoozed"; until: string }
  | { kind: "assigned"; to: Someone | null };

/** The draft of a tag for all selected rows is kept under this in place of a row's id. */
export const selection = "selection";

type State = {
  draft: { id: string; draft: Draft } | null;
  selected: ReadonlySet<string>;
  handled: ReadonlyMap<string, Handled>;
  /** The row whose text is shown below it. */
  peeked: string | null;
};

/**
 * What changes while one reads. Outside of React's state, so that a key draws the one or two rows it is about: each row
 * listens, and is drawn again only when its own part changed. With a thousand rows that is what keeps keys fast.
 */
export class ReadingStore {
  private state: State = { draft: null, selected: new Set(), handled: new Map(), peeked: null };
  private readonly listeners = new Set<() => void>();
  /** The row that was selected or freed last: a range begins there. */
  anchor: string | null = null;

  readonly get = () => this.state;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  setDraft(id: string | null, draft: Draft | null): void {
    this.change({ draft: id !== null && draft ? { id, draft } : null });
  }

  select(ids: readonly string[], yes: boolean): void {
    const selected = new Set(this.state.selected);
    this.anchor = ids.at(-1) ?? null;
    for (const id of ids) {
      if (yes) selected.add(id);
      else selected.delete(id);
    }
    this.change({ selected });
  }

  clearSelection(): void {
    if (this.state.selected.size > 0) this.change({ selected: new Set() });
  }

  handle(ids: readonly string[], what: Handled | null): void {
    const handled = new Map(this.state.handled);
    for (const id of ids) {
      if (what) handled.set(id, what);
      else handled.delete(id);
    }
    this.change({ handled });
  }

  peek(id: string | null): void {
    if (this.state.peeked !== id) this.change({ peeked: id });
  }

  private change(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

export const ReadingStoreContext = createContext(new ReadingStore());

function useStore<T>(pick: (state: State) => T, onServer: T): T {
  const store = useContext(ReadingStoreContext);
  return useSyncExternalStore(
    store.subscribe,
    () => pick(store.get()),
    () => onServer,
  );
}

/** The tag being typed for this row (or for the selection), if it is its turn. */
export function useDraft(id: string): Draft | null {
  return useStore(({ draft }) => (draft?.id === id ? draft.draft : null), null);
}

export function useIsSelected(id: string): boolean {
  return useStore(({ selected }) => selected.has(id), false);
}

export function useSelectedCount(): number {
  return useStore(({ selected }) => selected.size, 0);
}

export function useIsPeeked(id: string): boolean {
  return useStore(({ peeked }) => peeked === id, false);
}

export function useHandled(id: string): Handled | null {
  return useStore(({ handled }) => handled.get(id) ?? null, null);
}
