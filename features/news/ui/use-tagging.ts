"use client";

import { useCallback, useRef, useState } from "react";
import { tagNewsAction, untagNewsAction } from "../actions";
import type { TagChoice } from "../rules/tagging-keys";
import { currentTags, rememberTags, type ShownTag } from "./tag-memory";

/** An item in hand: its tags as the server wrote them. */
export type Row = { id: string; title: string; served: readonly ShownTag[] };
type Change = { row: Row; thesis: string; before: ShownTag | null; after: ShownTag | null };
export type Said = { change: Change; undone: boolean } | { failed: string };

type Options = {
  workspace: string;
  slugs: ReadonlyMap<string, string>;
  onSaved?: () => void;
};

/** Puts and removes tags: shown at once, saved behind it, taken back with a word when that fails; the last can be undone. */
export function useTagging({ workspace, slugs, onSaved }: Options) {
  const [said, say] = useState<Said | null>(null);
  const done = useRef<Change[]>([]);
  const last = useRef<TagChoice | null>(null);

  const show = ({ row, thesis }: Change, tag: ShownTag | null) => {
    const tags = currentTags(row.id, row.served);
    const kept = tags.some((one) => one.thesisId === thesis)
      ? tags.flatMap((one) => (one.thesisId === thesis ? (tag ? [tag] : []) : [one]))
      : [...tags, ...(tag ? [tag] : [])];
    rememberTags(row.id, row.served, kept);
  };

  const save = async (change: Change, tag: ShownTag | null, otherwise: ShownTag | null) => {
    show(change, tag);
    const { row, thesis } = change;
    const result = await (tag
      ? tagNewsAction(workspace, {
          id: row.id,
          thesis,
          stance: tag.stance,
          strength: tag.strength,
          note: tag.note,
        })
      : untagNewsAction(workspace, { id: row.id, thesis })
    ).catch(() => ({ ok: false as const, error: { message: "" } }));
    if (result.ok) return onSaved?.();
    show(change, otherwise);
    done.current = done.current.filter((one) => one !== change);
    say({ failed: result.error.message });
  };

  const make = (change: Change) => {
    done.current = [...done.current.slice(-50), change];
    say({ change, undone: false });
    void save(change, change.after, change.before);
  };
  const tagOf = (row: Row, thesis: string) =>
    currentTags(row.id, row.served).find((one) => one.thesisId === thesis) ?? null;

  return {
    said,
    last,
    put: (row: Row, choice: TagChoice) => {
      last.current = choice;
      const before = tagOf(row, choice.thesis);
      const { thesis, stance, strength } = choice;
      make({
        row,
        thesis,
        before,
        after: {
          thesis: slugs.get(thesis) ?? "",
          thesisId: thesis,
          stance,
          strength,
          note: before?.note ?? null,
        },
      });
    },
    remove: (row: Row, thesis: string) => {
      const before = tagOf(row, thesis);
      if (before) make({ row, thesis, before, after: null });
    },
    undo: () => {
      const change = done.current.pop();
      if (!change) return;
      say({ change, undone: true });
      void save(change, change.before, change.after);
    },
    hush: useCallback(() => say(null), []),
  };
}
