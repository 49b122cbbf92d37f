import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { Someone } from "@/features/inbox/domain/triage-change";
import { inboxCounts, listInbox } from "@/features/inbox/queries/inbox";
import { InboxView } from "@/features/inbox/schema";
import { InboxPage } from "@/features/inbox/ui/inbox-page";
import type { InboxKeys } from "@/features/inbox/ui/triage";
import { chipsOf } from "@/features/suggestions/ui/chips-of";
import { SuggestionKeys } from "@/features/suggestions/ui/suggestion-keys";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { listMembers } from "@/features/workspaces/queries";
import { bucketStart } from "@/lib/calendar/buckets";
import { addDays, dayIn } from "@/lib/calendar/days";
import { pageContext } from "@/server/auth/session";
import { actorUserId, type Context } from "@/server/context";
import { grants } from "@/server/permissions";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Rows of a page unless more are asked for. */
const fewRows = 200;
const manyRows = 1000;
/** More cannot be chosen from in one list. */
const maxMembers = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("news.inbox"))("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace } = await params;
  const search = await searchParams;
  const ctx = await pageContext(workspace);
  const counts = await inboxCounts(ctx, {});
  const asked = InboxView.safeParse(search.view);
  // Who comes for the first time, or missed nothing, is shown all.
  const view = asked.success ? asked.data : counts.since && counts.new > 0 ? "new" : "all";
  const limit = search.rows === String(manyRows) ? manyRows : fewRows;
  const cursor = typeof search.cursor === "string" ? search.cursor : undefined;
  const [items, listed, locale] = await Promise.all([
    listInbox(ctx, { view, limit, cursor }),
    listTheses(ctx, {}),
    getLocale(),
  ]);
  const theses = thesisOptions(listed.data);
  const canTag = grants(ctx.role, "tag:write");
  const members = canTag ? (await listMembers(ctx, { limit: maxMembers })).data : [];
  return (
    <InboxPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      view={view}
      items={items}
      counts={counts}
      theses={theses}
      suggestions={canTag ? await chipsOf(ctx, items.data, theses, locale) : {}}
      moreKeys={canTag && <SuggestionKeys />}
      searchParams={search}
      writtenAt={ctx.now.toISOString()}
      keys={canTag ? keysOf(ctx, view, members) : null}
    />
  );
}

/** Who one is and which days "tomorrow" and "next week" (its Monday) are in the workspace's zone. */
function keysOf(ctx: Context, view: InboxView, members: readonly Someone[]): InboxKeys {
  const today = dayIn(ctx.now, ctx.workspace.timeZone);
  return {
    members: members.map(({ id, name }) => ({ id, name })),
    me: { id: actorUserId(ctx.actor) ?? "", name: ctx.actor.name },
    tomorrow: addDays(today, 1),
    nextWeek: addDays(bucketStart("week", today), 7),
    view,
    restores: view === "snoozed" || view === "dismissed",
  };
}
