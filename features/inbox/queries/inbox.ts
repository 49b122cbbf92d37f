import { z } from "zod";
import { newsColumns } from "@/features/news/queries/columns";
import { untaggedSql } from "@/features/tags/queries/tags";
import { actorUserId } from "@/server/context";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import { cutPage, decodeCursor, NewestCursor } from "@/server/record/cursor";
import { personSql } from "@/server/sql/json";
import { instantSql } from "@/server/sql/time";
import { InboxCounts, InboxItem, InboxPage, type InboxView, ListInbox } from "../schema";

/** Counting further says nothing a reader needs. */
const maxCounted = 1000;

/** Coming back after this long, what was there the last time is no longer new. */
const sittingMs = 30 * 60_000;

const ListRow = InboxItem.extend({ at: z.string() });

export const listInbox = query({
  name: "inbox.list",
  summary:
    "News nobody tagged yet, as it came in, newest first; what was snoozed or dismissed in views of its own",
  allow: "news:read",
  http: { method: "GET", path: "/inbox" },
  input: ListInbox,
  output: InboxPage,
  run: async (ctx, { view, limit, cursor }) => {
    const after = decodeCursor(cursor, NewestCursor);
    const since = view === "new" ? await lastVisit(ctx) : null;
    const found = await rows(
      ctx.tx,
      ListRow,
      Prisma.sql`
        WITH p AS MATERIALIZED (
          SELECT i.id, i.first_seen_at FROM ${fromView(ctx, view, since)}
            ${after ? Prisma.sql`AND (i.first_seen_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : Prisma.empty}
          ORDER BY i.first_seen_at DESC, i.id DESC LIMIT ${limit + 1})
        SELECT ${newsColumns}, ${instantSql(Prisma.sql`i.first_seen_at`)} AS at,
               ${personSql("u")} AS assignee,
               ${instantSql(Prisma.sql`g.snoozed_until`)} AS "snoozedUntil", ${instantSql(Prisma.sql`g.dismissed_at`)} AS "dismissedAt"
        FROM p JOIN news_item AS i ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = p.id
        LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id
        LEFT JOIN news_triage AS g ON g.workspace_id = i.workspace_id AND g.news_item_id = i.id
        LEFT JOIN app_user AS u ON u.id = g.assignee_id
        ORDER BY p.first_seen_at DESC, p.id DESC`,
    );
    const { data, nextCursor } = cutPage(found, limit, (last) => [last.at, last.id]);
    return { data: data.map(({ at: _, ...item }) => item), nextCursor };
  },
});

/** SQL of what follows FROM, up to conditions that can be added with AND. */
function fromView(ctx: QueryContext, view: InboxView, since: Date | null): Prisma.Sql {
  const items = Prisma.sql`i.workspace_id = ${ctx.workspaceId}::uuid AND ${untaggedSql}`;
  const triaged = (which: Prisma.Sql) => Prisma.sql`
    news_triage AS g JOIN news_item AS i ON i.workspace_id = g.workspace_id AND i.id = g.news_item_id
    WHERE g.workspace_id = ${ctx.workspaceId}::uuid AND ${which} AND ${items}`;
  const awake = Prisma.sql`g.dismissed_at IS NULL AND (g.snoozed_until IS NULL OR g.snoozed_until <= ${ctx.now})`;
  if (view === "snoozed") return triaged(Prisma.sql`g.snoozed_until > ${ctx.now} AND g.dismissed_at IS NULL`);
  if (view === "dismissed") return triaged(Prisma.sql`g.dismissed_at IS NOT NULL`);
  if (view === "mine")
    return triaged(Prisma.sql`g.assignee_id = ${actorUserId(ctx.actor)}::uuid AND ${awake}`);
  const asleep = Prisma.sql`EXISTS (SELECT 1 FROM news_triage AS g WHERE g.workspace_id = i.workspace_id AND g.news_item_id = i.id
    AND NOT (${awake}))`;
  const fresh = since ? Prisma.sql`AND i.first_seen_at > ${since}` : Prisma.empty;
  return Prisma.sql`news_item AS i WHERE ${items} AND NOT ${asleep} ${fresh}`;
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
      (SELECT 1 FROM ${fromView(ctx, view, view === "new" ? since : null)} LIMIT ${maxCounted}) AS counted)`;
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
