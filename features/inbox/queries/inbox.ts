import { z } from "zod";
import { newsColumns, newsJoins } from "@/features/news/queries/columns";
import { awakeSql, unconfirmedSql, waitingSql } from "@/features/news/queries/waiting";
import { records } from "@/features/records";
import { actorUserId } from "@/server/context";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import { list } from "@/server/record/list";
import { personSql } from "@/server/sql/json";
import { instantSql } from "@/server/sql/time";
import { InboxCounts, InboxItem, InboxLimit, InboxView } from "../schema";

/** Counting further says nothing a reader needs. */
const maxCounted = 1000;

/** Coming back after this long, what was there the last time is no longer new. */
const sittingMs = 30 * 60_000;

/** News in the order it came in, by the filters of news and by view. */
export const listInbox = list(records.news, {
  name: "inbox.list",
  summary:
    "News no person tagged yet, as it came in, newest first; what was snoozed or dismissed in views of its own",
  path: "/inbox",
  row: InboxItem,
  columns: (i) => Prisma.sql`${newsColumns(i)},
    ${personSql("u")} AS assignee,
    ${instantSql(Prisma.sql`g.snoozed_until`)} AS "snoozedUntil", ${instantSql(Prisma.sql`g.dismissed_at`)} AS "dismissedAt"`,
  joins: (i) => Prisma.sql`${newsJoins(i)}
    LEFT JOIN news_triage AS g ON g.workspace_id = ${i}.workspace_id AND g.news_item_id = ${i}.id
    LEFT JOIN app_user AS u ON u.id = g.assignee_id`,
  sort: "-seen",
  limit: InboxLimit,
  options: { view: InboxView.default("all") },
  where: async (ctx, { view }, { alias }) => [await inView(ctx, view, alias)],
});

/** SQL condition: an item lies in a view of the inbox. */
async function inView(ctx: QueryContext, view: InboxView, i: Prisma.Sql): Promise<Prisma.Sql> {
  const since = view === "new" ? await lastVisit(ctx) : null;
  return viewSql(ctx, view, since, i);
}

function viewSql(ctx: QueryContext, view: InboxView, since: Date | null, i: Prisma.Sql): Prisma.Sql {
  const awake = awakeSql(Prisma.raw("g"));
  const triaged = (
    which: Prisma.Sql,
  ) => Prisma.sql`${unconfirmedSql(i)} AND EXISTS (SELECT 1 FROM news_triage AS g
    WHERE g.workspace_id = ${i}.workspace_id AND g.news_item_id = ${i}.id AND ${which})`;
  const lies = {
    snoozed: () => triaged(Prisma.sql`g.snoozed_until > ${ctx.now} AND g.dismissed_at IS NULL`),
    dismissed: () => triaged(Prisma.sql`g.dismissed_at IS NOT NULL`),
    mine: () => triaged(Prisma.sql`g.assignee_id = ${actorUserId(ctx.actor)}::uuid AND ${awake}`),
    all: () => waitingSql(i),
    new: () => {
      const fresh = since ? Prisma.sql`AND ${i}.first_seen_at > ${since}` : Prisma.empty;
      return Prisma.sql`${waitingSql(i)} ${fresh}`;
    },
  };
  return lies[view]();
}

export const inboxCounts = query({
  name: "inbox.counts",
  summary: "How much lies in each view of the inbox, and when one looked last",
  allow: "news:read",
  http: { method: "GET", path: "/inbox/counts" },
  input: z.object({}).strict(),
  output: InboxCounts,
  run: async (ctx) => {
    const since = await lastVisit(ctx);
    const count = (view: InboxView) => Prisma.sql`(SELECT count(*)::int FROM
      (SELECT 1 FROM news_item AS i WHERE i.workspace_id = ${ctx.workspaceId}::uuid
         AND ${viewSql(ctx, view, view === "new" ? since : null, Prisma.raw("i"))} LIMIT ${maxCounted}) AS counted)`;
    const found = await row(
      ctx.tx,
      InboxCounts.omit({ since: true }),
      Prisma.sql`SELECT ${count("new")} AS new, ${count("all")} AS all, ${count("mine")} AS mine,
        ${count("snoozed")} AS snoozed, ${count("dismissed")} AS dismissed`,
    );
    return { ...InboxCounts.omit({ since: true }).parse(found), since: since?.toISOString() ?? null };
  },
});

/**
 * Since when what came in is new to whoever asks: the last time they opened the inbox before this sitting. One sitting is
 * what has no half hour between two openings. Null before the first, and for tokens, who do not look.
 */
export async function lastVisit(ctx: QueryContext): Promise<Date | null> {
  const userId = ctx.actor.kind === "member" ? actorUserId(ctx.actor) : null;
  if (userId === null) return null;
  const visit = await ctx.tx.inboxVisit.findUnique({
    where: { workspaceId_userId: { workspaceId: ctx.workspaceId, userId } },
  });
  if (!visit) return null;
  return ctx.now.getTime() - visit.openedAt.getTime() > sittingMs ? visit.openedAt : visit.since;
}
