import type { Change, Saved } from "@/components/keyboard/undo-stack";
import type { TagChoice } from "@/features/tags/keys";
import type { ShownTag, TagMemory } from "./tag-memory";

/** An item of the list as the server wrote it. */
export type Row = { id: string; title: string; served: readonly ShownTag[] };

type Said = Pick<ShownTag, "stance" | "strength" | "note">;
/** Where tags are saved. */
export type TagDoor = {
  put(id: string, thesis: string, tag: Said): Promise<Saved>;
  remove(id: string, thesis: string): Promise<Saved>;
  /** Puts one thesis on many items, or (null) takes it off, as one batch. */
  many(
    ids: readonly string[],
    thesis: string,
    tag: Omit<TagChoice, "thesis"> | null,
  ): Promise<{ ok: true; data: { batchId: string } } | Extract<Saved, { ok: false }>>;
  undoBatch(id: string): Promise<Saved>;
};

type Tagging = {
  rows: readonly Row[];
  thesis: { id: string; slug: string };
  /** Null takes the thesis off. */
  choice: Omit<TagChoice, "thesis"> | null;
  tags: TagMemory;
  door: TagDoor;
  text: string;
};

/** Puts a thesis on items, or takes it off. One item keeps its note; several are one batch. */
export function tagChange({ rows, thesis, choice, tags, door, text }: Tagging): Change {
  const changes = rows.map((row) => {
    const before = tagOf(tags, row, thesis.id);
    const after = choice && {
      thesis: thesis.slug,
      thesisId: thesis.id,
      stance: choice.stance,
      strength: choice.strength,
      note: before?.note ?? null,
    };
    return { row, before, after };
  });
  const draw = (which: "before" | "after") =>
    tags.remember(
      changes.map(({ row, ...change }) => ({
        ...row,
        tags: withTag(tags.current(row), thesis.id, change[which]),
      })),
    );
  const [only] = changes;
  return {
    text,
    show: () => draw("after"),
    hide: () => draw("before"),
    ...(changes.length === 1 && only
      ? oneItem(door, thesis.id, only)
      : manyItems(door, thesis.id, rows, choice)),
  };
}

export function tagOf(tags: TagMemory, row: Row, thesisId: string): ShownTag | null {
  return tags.current(row).find((one) => one.thesisId === thesisId) ?? null;
}

/** The tags with this one in its place, at the end when it is new, or (null) without it. */
export function withTag(
  tags: readonly ShownTag[],
  thesisId: string,
  tag: ShownTag | null,
): readonly ShownTag[] {
  if (!tag) return tags.filter((one) => one.thesisId !== thesisId);
  return tags.some((one) => one.thesisId === thesisId)
    ? tags.map((one) => (one.thesisId === thesisId ? tag : one))
    : [...tags, tag];
}

type OneChange = { row: Row; before: ShownTag | null; after: ShownTag | null };

function oneItem(door: TagDoor, thesis: string, { row, before, after }: OneChange) {
  const say = (tag: ShownTag | null) => (tag ? door.put(row.id, thesis, tag) : door.remove(row.id, thesis));
  return { save: () => say(after), revert: () => say(before) };
}

function manyItems(door: TagDoor, thesis: string, rows: readonly Row[], choice: Tagging["choice"]) {
  let batchId = "";
  return {
    save: async () => {
      const result = await door.many(
        rows.map(({ id }) => id),
        thesis,
        choice,
      );
      if (result.ok) batchId = result.data.batchId;
      return result;
    },
    revert: () => door.undoBatch(batchId),
  };
}
