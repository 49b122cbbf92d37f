import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { run } from "@/server/jobs/runs/run";
import type { CommandContext } from "@/server/operation";
import { instantSql } from "@/server/sql/time";
import { place } from "../commands/place";

const batchSize = 500;

const Place = z.object({ time: z.string(), id: z.string() });
type Place = z.infer<typeof Place>;

/** Places what is stored and nobody placed, earliest first. */
export const placeStoredRun = run({
  kind: "story.place",
  as: "stories",
  allow: "news:write",
  input: z.object({}),
  cursor: Place,
  result: z.object({ joined: z.number().int().default(0), alone: z.number().int().default(0) }),
  step: async (ctx, { cursor, result }) => {
    const found = await unplacedAfter(ctx, cursor);
    const placed = await place(
      ctx,
      found.map(({ id }) => id),
    );
    return {
      done: found.length,
      cursor: found.at(-1) ?? cursor,
      result: { joined: result.joined + placed.joined, alone: result.alone + placed.alone },
      goesOn: found.length === batchSize,
    };
  },
});

function unplacedAfter(ctx: CommandContext, cursor: Place | null): Promise<Place[]> {
  const after = cursor
    ? Prisma.sql`(i.published_at, i.id) > (${cursor.time}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.sql`true`;
  return rows(
    ctx.tx,
    Place,
    Prisma.sql`
      SELECT ${instantSql(Prisma.sql`i.published_at`)} AS time, i.id FROM news_item AS i
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND ${after} AND ${unplacedSql(Prisma.sql`i`)}
      ORDER BY i.published_at, i.id LIMIT ${batchSize}::int`,
  );
}

/** SQL condition: no story was looked for yet for this `item` (an alias of news_item). */
export function unplacedSql(item: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM story_member AS m
    WHERE m.workspace_id = ${item}.workspace_id AND m.news_item_id = ${item}.id)`;
}
