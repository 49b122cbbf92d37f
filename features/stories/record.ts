import { tagFields } from "@/features/tags/record";
import { Prisma } from "@/server/db/client";
import { record } from "@/server/record/record";

/** A story by its earliest item, whose id it has; an item nobody placed is a story of its own. */
export const storyRecord = record({
  name: "stories",
  table: Prisma.sql`(SELECT i.workspace_id, i.id, i.published_at, i.title FROM news_item AS i
    LEFT JOIN story_member AS m ON m.workspace_id = i.workspace_id AND m.news_item_id = i.id
    WHERE coalesce(m.story_id, i.id) = i.id)`,
  alias: "s",
  read: "news:read",
  groups: {
    // Tags of any item that tells it.
    tag: (
      s,
      t,
    ) => Prisma.sql`news_tag AS ${t} WHERE ${t}.workspace_id = ${s}.workspace_id AND ${t}.superseded_at IS NULL
      AND (${t}.subject_id = ${s}.id OR ${t}.subject_id IN (SELECT o.news_item_id FROM story_member AS o
        WHERE o.workspace_id = ${s}.workspace_id AND o.story_id = ${s}.id))`,
  },
  aliases: [
    { param: "from", field: "published", op: "gte" },
    { param: "to", field: "published", op: "lt" },
  ],
  fields: {
    published: {
      kind: "instant",
      shown: "publishedAt",
      sql: (s) => Prisma.sql`${s}.published_at`,
      sortable: true,
    },
    title: { kind: "text", sql: (s) => Prisma.sql`${s}.title` },
    ...tagFields(),
    news: {
      kind: "relation",
      to: "news",
      join: (s, i) => Prisma.sql`${i}.workspace_id = ${s}.workspace_id AND (${i}.id = ${s}.id OR ${i}.id IN (
        SELECT o.news_item_id FROM story_member AS o WHERE o.workspace_id = ${s}.workspace_id AND o.story_id = ${s}.id))`,
    },
  },
});
