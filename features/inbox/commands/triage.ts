import { z } from "zod";
import { memberOf } from "@/features/workspaces/queries";
import { actorUserId } from "@/server/context";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type Changes, type CommandContext, command } from "@/server/operation";
import { changedColumns, changedFields } from "@/server/record/changes";
import { midnightSql } from "@/server/sql/time";
import { lastVisit } from "../queries/inbox";
import { InboxOpened, Triage, Triaged } from "../schema";

const Before = z.object({
  id: z.string(),
  title: z.string(),
  assignee: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
  dismissed: z.boolean(),
});
type Before = z.infer<typeof Before>;

export const triage = command({
  name: "inbox.triage",
  summary: "Assign, snooze or dismiss items of the inbox, or bring them back; dismissing deletes nothing",
  allow: "tag:write",
  http: { method: "POST", path: "/inbox/triage" },
  input: Triage,
  output: Triaged,
  run: async (ctx, { ids, ...wanted }) => {
    const assignee = wanted.assignee ? (await memberOf(ctx, wanted.assignee, "assignee")).name : null;
    const items = await lockItems(ctx, [...new Set(ids)]);
    if (items.length === 0) throw notFound("news item");
    const changed = items.flatMap((item) => {
      const changes = changesOf(item, wanted, assignee);
      return Object.keys(changes).length > 0 ? [{ item, changes }] : [];
    });
    if (changed.length === 0) {
      ctx.unaudited();
      return { changed: 0 };
    }
    await keep(
      ctx,
      changed.map(({ item }) => item.id),
      wanted,
    );
    for (const { item, changes } of changed)
      ctx.audit({ entity: "news", entityId: item.id, label: item.title, changes });
    return { changed: changed.length };
  },
});

type Wanted = Omit<z.output<typeof Triage>, "ids">;

/** Those that are here, with what became of them so far. Locked in key order, so two who triage wait in turn. */
function lockItems(ctx: CommandContext, ids: string[]): Promise<Before[]> {
  return rows(
    ctx.tx,
    Before,
    Prisma.sql`
      WITH item AS MATERIALIZED (SELECT i.id, i.title FROM news_item AS i
        WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY(${ids}::uuid[]) ORDER BY i.id FOR UPDATE)
      SELECT item.id, item.title, u.name AS assignee, g.dismissed_at IS NOT NULL AS dismissed,
             to_char(g.snoozed_until AT TIME ZONE ${ctx.workspace.timeZone}, 'YYYY-MM-DD') AS "snoozedUntil"
      FROM item LEFT JOIN news_triage AS g ON g.workspace_id = ${ctx.workspaceId}::uuid AND g.news_item_id = item.id
      LEFT JOIN app_user AS u ON u.id = g.assignee_id`,
  );
}

function changesOf(before: Before, wanted: Wanted, assignee: string | null): Changes {
  const { snoozedUntil, dismissed } = wanted;
  const after = { assignee: wanted.assignee === undefined ? undefined : assignee, snoozedUntil, dismissed };
  const changed = changedColumns(before, after);
  return changedFields(before, { ...before, ...changed }, ["assignee", "snoozedUntil", "dismissed"]);
}

async function keep(ctx: CommandContext, ids: string[], { assignee, snoozedUntil, dismissed }: Wanted) {
  const midnight = snoozedUntil
    ? midnightSql(snoozedUntil, ctx.workspace.timeZone)
    : Prisma.sql`NULL::timestamptz`;
  const columns = [
    ...(assignee === undefined ? [] : [{ name: "assignee_id", value: Prisma.sql`${assignee}::uuid` }]),
    ...(snoozedUntil === undefined ? [] : [{ name: "snoozed_until", value: midnight }]),
    ...(dismissed === undefined
      ? []
      : [
          { name: "dismissed_at", value: dismissed ? Prisma.sql`${ctx.now}` : Prisma.sql`NULL::timestamptz` },
        ]),
    { name: "updated_at", value: Prisma.sql`${ctx.now}` },
  ];
  const names = Prisma.raw(columns.map(({ name }) => name).join(", "));
  const taken = Prisma.raw(columns.map(({ name }) => `${name} = excluded.${name}`).join(", "));
  await ctx.tx.$executeRaw`
    INSERT INTO news_triage (workspace_id, news_item_id, ${names})
    SELECT ${ctx.workspaceId}::uuid, id, ${Prisma.join(columns.map(({ value }) => value))} FROM unnest(${ids}::uuid[]) AS id
    ON CONFLICT (workspace_id, news_item_id) DO UPDATE SET ${taken}`;
}

export const openInbox = command({
  name: "inbox.open",
  summary: "Say that one looks at the inbox now: what comes in from here on is new the next time",
  allow: "news:read",
  input: z.object({}).strict(),
  output: InboxOpened,
  run: async (ctx) => {
    ctx.unaudited();
    const since = await lastVisit(ctx);
    const userId = ctx.actor.kind === "member" ? actorUserId(ctx.actor) : null;
    if (userId !== null)
      await ctx.tx.inboxVisit.upsert({
        where: { workspaceId_userId: { workspaceId: ctx.workspaceId, userId } },
        create: { workspaceId: ctx.workspaceId, userId, openedAt: ctx.now, since },
        update: { openedAt: ctx.now, since },
      });
    return { since: since?.toISOString() ?? null };
  },
});
