import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { instantSql } from "@/server/sql/time";
import { ListViews, View, ViewId, ViewList } from "../schema";

/** The columns of a saved_view called `v`, as whoever asks sees it. */
const viewColumns = Prisma.sql`v.id, v.name, v.record, v.filter, v.sort, v.columns, v.access::text, v.version,
  v.owner_name AS owner,
  coalesce(v.owner_id = (SELECT actor_person()), false)
    OR v.owner_actor = (SELECT current_setting('app.actor', true)) AS mine,
  coalesce(c.pinned, false) AS pinned, coalesce(c.opens_with, false) AS "opensWith",
  EXISTS (SELECT 1 FROM view_link AS l
    WHERE l.workspace_id = v.workspace_id AND l.view_id = v.id AND l.revoked_at IS NULL) AS linked,
  ${instantSql(Prisma.sql`v.created_at`)} AS "createdAt", ${instantSql(Prisma.sql`v.updated_at`)} AS "updatedAt"`;
const fromViews = Prisma.sql`saved_view AS v LEFT JOIN view_choice AS c
  ON c.workspace_id = v.workspace_id AND c.view_id = v.id AND c.user_id = (SELECT actor_person())`;

/** More views than this nobody finds anything in. */
export const maxViews = 500;

export const listViews = query({
  name: "view.list",
  summary: "Saved views: the team's and one's own, by name",
  allow: "workspace:read",
  http: { method: "GET", path: "/views" },
  input: ListViews,
  output: ViewList,
  run: async (ctx, { record }) => ({
    data: await rows(
      ctx.tx,
      View,
      Prisma.sql`SELECT ${viewColumns} FROM ${fromViews} WHERE v.workspace_id = ${ctx.workspaceId}::uuid
        ${record ? Prisma.sql`AND v.record = ${record}` : Prisma.empty}
        ORDER BY lower(v.name), v.id LIMIT ${maxViews}`,
    ),
    nextCursor: null,
  }),
});

/** The view, or NOT_FOUND: also for somebody else's private one. */
export async function viewById(ctx: QueryContext, id: string): Promise<View> {
  const found = await row(
    ctx.tx,
    View,
    Prisma.sql`SELECT ${viewColumns} FROM ${fromViews}
      WHERE v.workspace_id = ${ctx.workspaceId}::uuid AND v.id = ${id}::uuid`,
  );
  if (!found) throw notFound("view");
  return found;
}

export const getView = query({
  name: "view.get",
  summary: "One saved view",
  allow: "workspace:read",
  http: { method: "GET", path: "/views/{id}" },
  input: ViewId,
  output: View,
  run: (ctx, { id }) => viewById(ctx, id),
});
