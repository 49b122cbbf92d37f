"use client";

import { useSyncExternalStore } from "react";
import type { Tag } from "@/features/tags/schema";

export type ShownTag = Pick<Tag, "thesis" | "thesisId" | "stance" | "strength" | "note">;

/**
 * Tags changed here since the server wrote the page, by item. Kept outside of React so that going to an item and back,
 * which shows the list as it was, keeps them; they give way as soon as the server says something else than it said then.
 */
const changed = new Map<string, { said: string; tags: readonly ShownTag[] }>();
const listeners = new Set<() => void>();

function signature(tags: readonly ShownTag[]): string {
  return tags
    .map(({ thesisId, stance, strength, note }) => `${thesisId} ${stance} ${strength} ${note ?? ""}`)
    .join("\n");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The tags of an item as they are now; `served` is what the server wrote. */
export function currentTags(id: string, served: readonly ShownTag[]): readonly ShownTag[] {
  const memory = changed.get(id);
  return memory && memory.said === signature(served) ? memory.tags : served;
}

export function useTags(id: string, served: readonly ShownTag[]): readonly ShownTag[] {
  return useSyncExternalStore(
    subscribe,
    () => currentTags(id, served),
    () => served,
  );
}

export function rememberTags(id: string, served: readonly ShownTag[], tags: readonly ShownTag[]): void {
  changed.set(id, { said: signature(served), tags });
  for (const listener of listeners) listener();
}
