import { daysElapsed } from "@/lib/calendar/days";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { query } from "@/server/operation";
import { bilingualSql } from "@/server/sql/json";
import { instantSql } from "@/server/sql/time";
import { DealMoves, GetDeal } from "../schema";
import { dealById } from "./deals";

const MoveRow = DealMoves.shape.data.element.omit({ days: true });

export const dealHistory = query({
  name: "deal.history",
  summary: "Every move of a deal between stages, newest first, with the days it spent in each",
  allow: "deal:read",
  http: { method: "GET", path: "/deals/{id}/moves" },
  asOf: true,
  input: GetDeal,
  output: DealMoves,
  run: async (ctx, { id }) => {
    await dealById(ctx, id);
    const found = await rows(
      ctx.tx,
      MoveRow,
      Prisma.sql`
        SELECT m.id, f.slug AS "from",
          CASE WHEN f.id IS NOT NULL THEN ${bilingualSql("f", "name")} END AS "fromName",
          s.slug AS "to", ${bilingualSql("s", "name")} AS "toName", s.kind::text AS "toKind",
          m.reason, m.actor_name AS by, ${instantSql(Prisma.sql`m.moved_at`)} AS "movedAt",
          ${instantSql(Prisma.sql`m.recorded_at`)} AS "recordedAt",
          ${instantSql(Prisma.sql`lead(m.moved_at) OVER (ORDER BY m.moved_at, m.id)`)} AS "leftAt"
        FROM stage_move AS m
        JOIN stage AS s ON s.workspace_id = m.workspace_id AND s.id = m.to_stage_id
        LEFT JOIN stage AS f ON f.workspace_id = m.workspace_id AND f.id = m.from_stage_id
        WHERE m.workspace_id = ${ctx.workspaceId}::uuid AND m.deal_id = ${id}::uuid
        ORDER BY m.moved_at DESC, m.id DESC LIMIT 200`,
    );
    const now = ctx.now.toISOString();
    return {
      data: found.map((move) => ({ ...move, days: daysElapsed(move.movedAt, move.leftAt ?? now) })),
      nextCursor: null,
    };
  },
});
