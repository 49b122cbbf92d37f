import { triageAction } from "@/features/inbox/actions";
import type { Triage } from "@/features/inbox/schema";
import { tagManyAction, tagNewsAction, undoBatchAction, untagNewsAction } from "@/features/tags/actions";
import type { TagChoice } from "@/features/tags/domain/tagging-keys";
import type { Handled, ReadingStore } from "./reading-store";
import { currentTags, rememberTags, type ShownTag } from "./tag-memory";
import type { Deed, Step } from "./use-steps";

/** An item in hand as the server wrote it: its tags, whose it is (a member's id), the day until which it sleeps. */
export type Row = {
  id: string;
  title: string;
  served: readonly ShownTag[];
  assignee: string | null;
  until: string | null;
};
type Where = { workspace: string; slugs: ReadonlyMap<string, string> };

/** Puts a thesis on items, or (`choice` null) takes it off. One item keeps its note; several are one step of the server's. */
export function tagStep(
  { workspace, slugs }: Where,
  rows: readonly Row[],
  thesisId: string,
  choice: TagChoice | null,
): Step {
  const changes = rows.map((row) => ({ row, before: tagOf(row, thesisId) }));
  const thesis = slugs.get(thesisId) ?? thesisId;
  const after = (before: ShownTag | null): ShownTag | null =>
    choice && {
      thesis,
      thesisId,
      stance: choice.stance,
      strength: choice.strength,
      note: before?.note ?? null,
    };
  const [only] = changes;
  const saving =
    changes.length === 1 && only
      ? oneItem(workspace, only.row.id, thesisId, only.before, after(only.before))
      : manyItems(workspace, rows, thesis, choice);
  const which = { count: rows.length, title: only?.row.title ?? "", thesis: thesisId };
  const deed: Deed = choice
    ? { ...which, kind: "put", stance: choice.stance, strength: choice.strength }
    : { ...which, kind: "removed" };
  return {
    deed,
    show: () => {
      for (const { row, before } of changes) showTag(row, thesisId, after(before));
    },
    hide: () => {
      for (const { row, before } of changes) showTag(row, thesisId, before);
    },
    ...saving,
  };
}

export function tagOf(row: Row, thesisId: string): ShownTag | null {
  return currentTags(row.id, row.served).find((one) => one.thesisId === thesisId) ?? null;
}

function showTag(row: Row, thesisId: string, tag: ShownTag | null): void {
  const tags = currentTags(row.id, row.served);
  const kept = tags.some((one) => one.thesisId === thesisId)
    ? tags.flatMap((one) => (one.thesisId === thesisId ? (tag ? [tag] : []) : [one]))
    : [...tags, ...(tag ? [tag] : [])];
  rememberTags(row.id, row.served, kept);
}

function oneItem(
  workspace: string,
  id: string,
  thesis: string,
  before: ShownTag | null,
  after: ShownTag | null,
) {
  const say = (tag: ShownTag | null) =>
    tag
      ? tagNewsAction(workspace, {
          id,
          thesis,
          stance: tag.stance,
          strength: tag.strength,
          note: tag.note,
        })
      : untagNewsAction(workspace, { id, thesis });
  return { send: () => say(after), takeBack: () => say(before) };
}

function manyItems(workspace: string, rows: readonly Row[], thesis: string, choice: TagChoice | null) {
  let batchId = "";
  return {
    send: async () => {
      const result = await tagManyAction(workspace, {
        ids: rows.map(({ id }) => id),
        ...(choice
          ? { put: [{ thesis, stance: choice.stance, strength: choice.strength }] }
          : { remove: [thesis] }),
      });
      if (result.ok) batchId = result.data.batchId;
      return result;
    },
    takeBack: () => undoBatchAction(workspace, { id: batchId }),
  };
}

/** Assigns, snoozes, dismisses or brings back. */
export function triageStep(
  workspace: string,
  store: ReadingStore,
  rows: readonly Row[],
  what: Handled,
): Step {
  const ids = rows.map(({ id }) => id);
  const shown = ids.map((id) => store.get().handled.get(id) ?? null);
  return {
    deed: { count: rows.length, title: rows[0]?.title ?? "", ...what },
    show: () => store.handle(ids, what),
    hide: () => {
      for (const [at, id] of ids.entries()) store.handle([id], shown[at] ?? null);
    },
    send: () => triageAction(workspace, { ids, ...changeOf(what) }),
    takeBack: async () => {
      // What they were before may differ from item to item.
      for (const { former, ids: same } of byFormer(what, rows)) {
        const result = await triageAction(workspace, { ids: same, ...former });
        if (!result.ok) return result;
      }
      return { ok: true };
    },
  };
}

type Change = Omit<Triage, "ids">;

function changeOf(what: Handled): Change {
  if (what.kind === "dismissed") return { dismissed: true };
  if (what.kind === "restored") return { dismissed: false, snoozedUntil: null };
  if (what.kind === "snoozed") return { snoozedUntil: what.until };
  return { assignee: what.to?.id ?? null };
}

/** What takes the change back, for the items that were alike before. */
function byFormer(what: Handled, rows: readonly Row[]): { former: Change; ids: string[] }[] {
  const groups = new Map<string | null, { former: Change; ids: string[] }>();
  for (const { id, assignee, until } of rows) {
    const key = what.kind === "assigned" ? assignee : until;
    const group = groups.get(key) ?? { former: formerOf(what, assignee, until), ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function formerOf(what: Handled, assignee: string | null, until: string | null): Change {
  if (what.kind === "assigned") return { assignee };
  if (what.kind === "dismissed") return { dismissed: false };
  if (what.kind === "restored") return until ? { snoozedUntil: until } : { dismissed: true };
  return { snoozedUntil: until };
}
