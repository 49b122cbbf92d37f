import type { Activity } from "./schema";

/** The mean of all weeks but the last, and how many they are; null when there are none. Weeks without items count. */
export function meanBefore(weeks: readonly { value: number }[]): { value: number; weeks: number } | null {
  const before = weeks.slice(0, -1);
  if (before.length === 0) return null;
  const total = before.reduce((sum, week) => sum + week.value, 0);
  return { value: total / before.length, weeks: before.length };
}

const sentences: Record<string, SentenceKey> = {
  create: "created",
  draw: "created",
  import: "created",
  importOpml: "created",
  tag: "tagged",
  untag: "untagged",
  move: "moved",
  revoke: "revoked",
  remove: "removed",
  delete: "removed",
  changeRole: "changedRole",
};
export type SentenceKey =
  | "created"
  | "updated"
  | "tagged"
  | "untagged"
  | "moved"
  | "revoked"
  | "removed"
  | "changedRole";

/**
 * Which sentence tells of an entry: by the verb of its operation; what is not known by name changed something. An entry
 * about a tag says so whatever wrote it: what is made with tags leaves an entry for each of them.
 */
export function sentenceOf({
  operation,
  theses,
  to,
}: Pick<Activity, "operation" | "theses" | "to">): SentenceKey {
  const key = sentences[operation.split(".")[1] ?? ""] ?? "updated";
  if (theses.length > 0) return key === "untagged" ? "untagged" : "tagged";
  if (key === "tagged" || key === "untagged" || (key === "moved" && to === null)) return "updated";
  return key;
}

const sections: Record<string, string> = {
  news: "news",
  company: "companies",
  deal: "deals",
  thesis: "theses",
  feed: "feeds",
  agreementRound: "agreement",
};

/** The page of what an entry is about, below the workspace's own address; null where there is none. */
export function pathOf({ entity, entityId }: Pick<Activity, "entity" | "entityId">): string | null {
  const section = sections[entity];
  return section && entityId ? `${section}/${entityId}` : null;
}
