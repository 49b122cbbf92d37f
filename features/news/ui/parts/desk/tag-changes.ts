import type { Change, Saved } from "@/components/keyboard/undo-stack";
import type { TagChoice } from "@/features/tags/keys";
import type { ShownTag, TagMemory } from "./tag-memory";

/** An item of the list as the server wrote it. */
export type Row = { id: string; title: string; served: readonly ShownTag[] };

type Said = Pick<ShownTag, "stance" | "strength" | "note">;
/** A step of many tags, which is taken back as one. */
export type SavedBatch = { ok: true; data: { batchId: string } } | Extract<Saved, { ok: false }>;
/** Where tags are saved. */
export type TagDoor = {
  put(id: string, thesis: string, tag: Said): Promise<Saved>;
  remove(id: string, thesis: string): Promise<Saved>;
  /** Puts one thesis on many items, or (null) takes it off, as one batch. */
  many(ids: readonly string[], thesis: string, tag: Said | null): Promise<SavedBatch>;
  /** What rules said of the items is what a person says. */
  confirm(ids: readonly string[]): Promise<SavedBatch>;
  takeOff(id: string, theses: readonly string[]): Promise<SavedBatch>;
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

/**
 * Puts a thesis on items, or takes it off. One item keeps its note. Several are one batch, as is what was a rule's tag: taken
 * back, a batch leaves the tags that stood before as those who put them said.
 */
export function tagChange({ rows, thesis, choice, tags, door, text }: Tagging): Change {
  const changes = rows.map((row) => {
    const before = tagOf(tags, row, thesis.id);
    const after = choice && {
      thesis: thesis.slug,
      thesisId: thesis.id,
      stance: choice.stance,
      strength: choice.strength,
      note: before?.note ?? null,
      origin: "person" as const,
      by: "",
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
  const ids = rows.map(({ id }) => id);
  const [only] = changes;
  return {
    text,
    show: () => draw("after"),
    hide: () => draw("before"),
    ...(changes.length === 1 && only && only.before?.origin !== "rule"
      ? oneItem(door, thesis.id, only)
      : inOneStep(door, () =>
          door.many(
            ids,
            thesis.id,
            choice && { ...choice, note: (ids.length === 1 && only?.after?.note) || null },
          ),
        )),
  };
}

/** The tags of a row that rules put and nobody confirmed. */
export function proposedOf(tags: readonly ShownTag[]): readonly ShownTag[] {
  return tags.filter(({ origin }) => origin === "rule");
}

type Answering = Pick<Tagging, "rows" | "tags" | "door" | "text">;

/** What rules said of the items is confirmed. */
export function confirmChange({ rows, tags, door, text }: Answering): Change {
  const ids = rows.map(({ id }) => id);
  const confirmed = (tag: ShownTag): ShownTag =>
    tag.origin === "rule" ? { ...tag, origin: "person", by: "" } : tag;
  return {
    text,
    ...drawing(tags, rows, (all) => all.map(confirmed)),
    ...inOneStep(door, () => door.confirm(ids)),
  };
}

/** What rules said of one item is taken off. */
export function rejectChange({
  rows: [row],
  tags,
  door,
  text,
}: Answering & { rows: readonly [Row] }): Change {
  const theses = proposedOf(tags.current(row)).map(({ thesisId }) => thesisId);
  return {
    text,
    ...drawing(tags, [row], (all) => all.filter(({ origin }) => origin !== "rule")),
    ...inOneStep(door, () => door.takeOff(row.id, theses)),
  };
}

function drawing(
  tags: TagMemory,
  rows: readonly Row[],
  change: (tags: readonly ShownTag[]) => readonly ShownTag[],
): Pick<Change, "show" | "hide"> {
  const before = rows.map((row) => ({ ...row, tags: tags.current(row) }));
  return {
    show: () => tags.remember(before.map((row) => ({ ...row, tags: change(row.tags) }))),
    hide: () => tags.remember(before),
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

function inOneStep(door: TagDoor, send: () => Promise<SavedBatch>): Pick<Change, "save" | "revert"> {
  let batchId = "";
  return {
    save: async () => {
      const result = await send();
      if (result.ok) batchId = result.data.batchId;
      return result;
    },
    revert: () => door.undoBatch(batchId),
  };
}
