import { records } from "@/features/records";
import { Flag } from "@/lib/schema/shapes";
import { Prisma } from "@/server/db/client";
import { type Found, list } from "@/server/record/list";
import { NewsItem } from "../schema";
import { newsColumns, newsJoins } from "./columns";
import { newsCount, newsPlan } from "./news-plan";

/** The reading list. */
export const listNews = list(records.news, {
  name: "news.list",
  summary: "News, newest publication first",
  path: "/news",
  asOf: true,
  row: NewsItem,
  columns: newsColumns,
  joins: newsJoins,
  sort: "-published",
  options: {
    fold: Flag.optional().meta({
      type: "boolean",
      description: "Of items that tell one story, only the first published",
    }),
  },
  where: (_, { fold }, found) => (fold ? [foldSql(found)] : []),
  plan: newsPlan,
  count: newsCount,
});

/** No other item of the story is found by the same filter and was published before it. */
function foldSql({ alias: i, matches }: Found): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM story_member AS m
    JOIN story_member AS o
      ON o.workspace_id = m.workspace_id AND o.story_id = m.story_id AND o.news_item_id <> m.news_item_id
    JOIN news_item AS other ON other.workspace_id = o.workspace_id AND other.id = o.news_item_id
    WHERE m.workspace_id = ${i}.workspace_id AND m.news_item_id = ${i}.id
      AND (other.published_at, other.id) < (${i}.published_at, ${i}.id) AND ${matches(Prisma.raw("other"))})`;
}
