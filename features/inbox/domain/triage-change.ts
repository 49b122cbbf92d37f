import type { Triage } from "../schema";

export type Someone = { id: string; name: string };

/** What was just done with an item: it stays where it was, marked, until the page is read again. */
export type Handled =
  | { kind: "dismissed" }
  | { kind: "restored" }
  | { kind: "snoozed"; until: string }
  | { kind: "assigned"; to: Someone | null };

/** An item as it is: whose it is (a member's id), and the day until which it sleeps. */
export type Triaged = { id: string; assignee: string | null; until: string | null };

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
  return what.kind === "restored" ? { ...item, until: null } : item;
}

/** What takes it back from items that were so before: one request for those that were alike. */
export function revertsOf(what: Handled, items: readonly Triaged[]): Triage[] {
  const groups = new Map<string | null, Triage & { ids: string[] }>();
  for (const item of items) {
    const key = what.kind === "assigned" ? item.assignee : item.until;
    const group = groups.get(key) ?? { ids: [], ...formerOf(what, item) };
    group.ids.push(item.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function formerOf(what: Handled, { assignee, until }: Triaged): Fields {
  if (what.kind === "assigned") return { assignee };
  if (what.kind === "dismissed") return { dismissed: false };
  if (what.kind === "restored") return until ? { snoozedUntil: until } : { dismissed: true };
  return { snoozedUntil: until };
}
