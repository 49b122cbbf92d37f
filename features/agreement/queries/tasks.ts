import { personBehind } from "@/features/workspaces/queries";
import { Prisma } from "@/server/db/client";
import { query } from "@/server/operation";
import { type KeysetOrder, keysetPage } from "@/server/record/keyset-page";
import { instantSql } from "@/server/sql/time";
import { ListTasks, Task, TaskPage } from "../schema";
import { readItemSql, secondReadingSql } from "./readings";

const byPlace: KeysetOrder<Task> = {
  keys: [
    { sql: Prisma.sql`k.round_id`, type: "uuid", of: (task) => task.roundId },
    { sql: Prisma.sql`k.place`, type: "int", of: (task) => task.place },
  ],
  descending: false,
};

/** The blind readings of the person who asks (for a token: of whoever made it) in rounds that are still open, in their order. */
export const listTasks = query({
  name: "agreement.tasks",
  summary: "What you are asked to read blind, with what you said of it so far",
  allow: "tag:write",
  http: { method: "GET", path: "/agreement/tasks" },
  input: ListTasks,
  output: TaskPage,
  run: async (ctx, { unread, ...paging }) => {
    const person = await personBehind(ctx);
    if (!person) return { data: [], nextCursor: null };
    return keysetPage(
      ctx,
      Task,
      Prisma.sql`
        SELECT k.id, k.round_id AS "roundId", k.place, ${readItemSql} AS item, ${instantSql(Prisma.sql`k.read_at`)} AS "readAt",
               (SELECT count(*)::int FROM agreement_task AS o WHERE o.workspace_id = k.workspace_id AND o.round_id = k.round_id) AS items,
               ${secondReadingSql} AS reading
        FROM agreement_task AS k
        JOIN news_item AS i ON i.workspace_id = k.workspace_id AND i.id = k.news_item_id
        LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id
        WHERE k.workspace_id = ${ctx.workspaceId}::uuid AND k.reader_id = ${person.id}::uuid AND k.blind
          ${unread ? Prisma.sql`AND k.read_at IS NULL` : Prisma.empty}`,
      byPlace,
      paging,
    );
  },
});
