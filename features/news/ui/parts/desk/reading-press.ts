import { pressTagKey } from "@/features/tags/domain/tagging-keys";
import type { InboxKeys, PickThesis } from "./reading-context";
import { selection } from "./reading-store";
import { currentTags } from "./tag-memory";
import type { Row } from "./tagging-steps";
import type { ReadingDesk } from "./use-reading-desk";

export type OpenDialog =
  | { kind: "keys" }
  | { kind: "handOn"; rows: readonly Row[] }
  | { kind: "note" | "company"; row: Row };
type Situation = {
  desk: ReadingDesk;
  theses: readonly PickThesis[];
  canTag: boolean;
  /** An item's page, not a list. */
  single: boolean;
  inbox: InboxKeys | null;
  show(dialog: OpenDialog): void;
};

/** Does what a key means where one is; false when it means nothing. */
export function pressKey(key: string, at: Situation): boolean {
  return tagKey(key, at) || moveKey(key, at) || selectKey(key, at) || inboxKey(key, at) || otherKey(key, at);
}

function tagKey(key: string, { desk, theses, canTag }: Situation): boolean {
  const { store } = desk;
  const row = store.get().selected.size > 0 ? undefined : desk.row();
  const id = store.get().selected.size > 0 ? selection : row?.id;
  if (!canTag || id === undefined) return false;
  const { draft } = store.get();
  const all = theses.map((thesis) => thesis.id);
  const pressed = pressTagKey(key, {
    draft: draft?.id === id ? draft.draft : null,
    theses: all,
    tagged: row ? currentTags(row.id, row.served).map((tag) => tag.thesisId) : all,
    last: desk.last.current,
    recent: row ? desk.recentTag(row) : null,
  });
  if (!pressed) return false;
  store.setDraft(id, pressed.do === "draft" ? pressed.draft : null);
  if (pressed.do === "put") desk.put(id, pressed.choice);
  if (pressed.do === "remove") desk.remove(id, pressed.thesis);
  return true;
}

function moveKey(key: string, { desk, single }: Situation): boolean {
  if (single) return false;
  if (key === "j" || key === "ArrowDown") desk.step(1);
  else if (key === "k" || key === "ArrowUp") desk.step(-1);
  else if (key === "p") desk.peek();
  else if (key === "o") desk.open("[data-row-link]");
  else if (key === "v") desk.open("[data-row-source]");
  else return false;
  desk.store.setDraft(null, null);
  return true;
}

function selectKey(key: string, { desk, canTag, single }: Situation): boolean {
  const { store } = desk;
  const id = desk.inHand.current;
  if (single) return false;
  if (key === "Escape" && store.get().selected.size > 0) store.clearSelection();
  else if (key === "Escape" && store.get().peeked !== null) store.peek(null);
  else if (!canTag) return false;
  else if (key === "x" && id) store.select([id], !store.get().selected.has(id));
  else if (key === "X" && id) {
    const all = desk.order();
    const [here, there] = [all.indexOf(id), all.indexOf(store.anchor ?? id)];
    const from = there === -1 ? here : there;
    store.select(all.slice(Math.min(from, here), Math.max(from, here) + 1), true);
  } else return false;
  return true;
}

function inboxKey(key: string, { desk, canTag, inbox, show }: Situation): boolean {
  if (!inbox || !canTag) return false;
  if (key === "d") desk.triage({ kind: inbox.restores ? "restored" : "dismissed" });
  else if (key === "z") desk.triage({ kind: "snoozed", until: inbox.tomorrow });
  else if (key === "Z") desk.triage({ kind: "snoozed", until: inbox.nextWeek });
  else if (key === "w") handOn(desk, show);
  else if (key === "i") {
    const mine = desk.meant(desk.inHand.current).every(desk.isMine);
    desk.triage({ kind: "assigned", to: mine ? null : inbox.me });
  } else return false;
  return true;
}

/** Asks whose the rows in hand shall be, and until when they sleep. */
export function handOn(desk: ReadingDesk, show: Situation["show"]): void {
  const rows = desk.meant(desk.inHand.current);
  if (rows.length > 0) show({ kind: "handOn", rows });
}

function otherKey(key: string, { desk, canTag, single, show }: Situation): boolean {
  const row = desk.row();
  if (key === "?") show({ kind: "keys" });
  else if (key === "u" && canTag) desk.steps.undo();
  else if (key === "e" && canTag && row && desk.recentTag(row)) show({ kind: "note", row });
  else if (key === "c" && canTag && row && !single) show({ kind: "company", row });
  else return false;
  return true;
}
