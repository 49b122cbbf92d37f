import type { Triage } from "../schema";

export type Someone = { id: string; name: string };

/** What was just done with an item: while it is still in hand it stays where it was, marked. */
export type Handled =
  | { kind: "dismissed" }
  | { kind: "restored" }
  | { kind: "snoozed"; until: string }
  | { kind: "assigned"; to: Someone | null };

/** An item as it is: whose it is (a member's id), the day until which it sleeps, and whether one has not seen it before. */
export type Triaged = {
  id: string;
  assignee: string | null;
  until: string | null;
  dismissed: boolean;
  fresh: boolean;
};

type Fields = Omit<Triage, "ids">;

export function changeOf(what: Handled): Fields {
  if (what.kind === "dismissed") return { dismissed: true };
  if (what.kind === "restored") return { dismissed: false, snoozedUntil: null };
  if (what.kind === "snoozed") return { snoozedUntil: what.until };
  return { assignee: what.to?.id ?? null };
}

/** The item once this was done with it. */
export function afterwards(what: Handled, item: Triaged): Triaged {
  if (what.kind === "assigned") return { ...item, assignee: what.to?.id ?? null };
  if (what.kind === "snoozed") return { ...item, until: what.until };
  return what.kind === "restored" ? { ...item, dismissed: false, until: null } : { ...item, dismissed: true };
}

/** What takes it back from items that were so before: one request for those that were alike. */
export function revertsOf(what: Handled, items: readonly Triaged[]): Triage[] {
  const groups = new Map<string | null, Triage & { ids: string[] }>();
  for (const item of items) {
    const key = what.kind === "assigned" ? item.assignee : `${item.dismissed} ${item.until}`;
    const group = groups.get(key) ?? { ids: [], ...formerOf(what, item) };
    group.ids.push(item.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function formerOf(what: Handled, { assignee, until, dismissed }: Triaged): Fields {
  if (what.kind === "assigned") return { assignee };
  if (what.kind === "dismissed") return { dismissed: false };
  if (what.kind === "restored") return dismissed ? { dismissed } : { snoozedUntil: until };
  return { snoozedUntil: until };
}
