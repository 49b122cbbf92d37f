import type { Triaged } from "./triage-change";

/** `new`: came in since one looked last. `mine`: assigned to whoever asks. */
export const inboxViews = ["new", "all", "mine", "snoozed", "dismissed"] as const;
export type InboxView = (typeof inboxViews)[number];

/** `tomorrow`: the first day on which what sleeps until then is still asleep now. */
type Asking = { me: { id: string }; tomorrow: string };

/** The views an item lies in that no person tagged; as features/news/queries/waiting has it in SQL. */
export function viewsOf(item: Triaged, { me, tomorrow }: Asking): InboxView[] {
  if (item.dismissed) return ["dismissed"];
  if (item.until !== null && item.until >= tomorrow) return ["snoozed"];
  return inboxViews.filter(
    (view) =>
      view === "all" || (view === "new" && item.fresh) || (view === "mine" && item.assignee === me.id),
  );
}
