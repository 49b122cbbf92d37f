"use client";

import { createContext } from "react";
import { Store } from "@/components/state/store";
import type { Tag } from "@/features/tags/schema";

export type ShownTag = Pick<Tag, "thesis" | "thesisId" | "stance" | "strength" | "note" | "origin" | "by">;
/** An item's tags as the server wrote them on this page. */
type Served = { id: string; served: readonly ShownTag[] };
/** `said`: what the server said of the item when its tags were changed here, once or several times. */
type Memory = { said: ReadonlySet<string>; tags: readonly ShownTag[] };

/**
 * Tags changed here since the server wrote a page, by item. They outlive the page: going to an item and back shows the list as
 * the server wrote it before. They give way as soon as the server says something it had not said then.
 */
export class TagMemory extends Store<ReadonlyMap<string, Memory>> {
  constructor() {
    super(new Map());
  }

  readonly current = ({ id, served }: Served): readonly ShownTag[] => {
    const memory = this.get().get(id);
    return memory?.said.has(signature(served)) ? memory.tags : served;
  };

  remember(changes: readonly (Served & { tags: readonly ShownTag[] })[]): void {
    const all = new Map(this.get());
    for (const { id, served, tags } of changes) {
      const before = all.get(id);
      const now = signature(served);
      const goesOn = before && (before.said.has(now) || signature(before.tags) === now);
      all.set(id, { said: new Set([...(goesOn ? before.said : []), now]), tags });
    }
    this.set(all);
  }
}

function signature(tags: readonly ShownTag[]): string {
  return tags
    .map(({ thesisId, origin, stance, strength, note }) =>
      [thesisId, origin, stance, strength, note ?? ""].join(" "),
    )
    .join("\n");
}

export const TagMemoryContext = createContext<TagMemory | null>(null);
