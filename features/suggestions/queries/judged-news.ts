import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import type { Example } from "../domain/corpus";
import { languageOf, textOf } from "../domain/item-text";

/** The latest items are learned from; what is older says little about what comes next. */
const maxExamples = 20_000;

const JudgedItem = z.object({
  title: z.string(),
  excerpt: z.string(),
  language: z.string(),
  at: z.number(),
  yes: z.array(z.string()),
  no: z.array(z.string()),
});

const JudgedNews = z.object({
  topics: z.array(z.object({ id: z.string(), keywords: z.array(z.string()) })),
  items: z.array(JudgedItem),
});

/**
 * The items people said something about, and what. A thesis is on an item where a person set it, brought it along in an
 * import or accepted a suggestion; it is not where they rejected one or took the tag off. A rule's own word is no
 * person's. A tag whose step was undone was never said.
 */
export const judgedNews = query({
  name: "suggestion.judgedNews",
  summary: "What people said about news and theses: what models learn from",
  allow: "tag:write",
  input: z.object({}).strict(),
  output: JudgedNews,
  run: async (ctx) => ({ topics: await activeTopics(ctx), items: await judgedItems(ctx) }),
});

function activeTopics(ctx: QueryContext) {
  return ctx.tx.thesis.findMany({
    where: { workspaceId: ctx.workspaceId, status: "active" },
    select: { id: true, keywords: true },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
    take: 500,
  });
}

function judgedItems(ctx: QueryContext) {
  const workspace = Prisma.sql`${ctx.workspaceId}::uuid`;
  return rows(
    ctx.tx,
    JudgedItem,
    Prisma.sql`
      WITH said AS (
        SELECT subject_id AS item, thesis_id AS thesis, true AS belongs, recorded_at AS at FROM news_tag
        WHERE workspace_id = ${workspace} AND superseded_at IS NULL AND origin <> 'rule'
        UNION ALL
        SELECT subject_id, thesis_id, false, superseded_at FROM news_tag
        WHERE workspace_id = ${workspace} AND superseded_at IS NOT NULL AND superseded_by IS NULL
          AND (batch_id IS NULL OR superseded_batch_id IS DISTINCT FROM batch_id)
        UNION ALL
        SELECT news_item_id, thesis_id, false, answered_at FROM suggestion_answer
        WHERE workspace_id = ${workspace} AND NOT accepted
      ), last AS (
        SELECT DISTINCT ON (item, thesis) item, thesis, belongs FROM said ORDER BY item, thesis, at DESC, belongs DESC
      ), judged AS (
        SELECT item, coalesce(array_agg(thesis) FILTER (WHERE belongs), '{}') AS yes,
               coalesce(array_agg(thesis) FILTER (WHERE NOT belongs), '{}') AS no
        FROM last GROUP BY item
      )
      SELECT i.title, left(i.excerpt, 1000) AS excerpt, i.language, extract(epoch FROM i.published_at)::float8 * 1000 AS at,
             j.yes::text[], j.no::text[]
      FROM judged AS j JOIN news_item AS i ON i.workspace_id = ${workspace} AND i.id = j.item
      ORDER BY i.published_at DESC, i.id DESC LIMIT ${maxExamples}`,
  );
}

export function examplesOf(items: readonly z.infer<typeof JudgedItem>[]): Example[] {
  return items.map(({ yes, no, at, ...item }) => ({
    text: textOf(item),
    language: languageOf(item.language),
    at,
    verdicts: new Map([
      ...no.map((thesis) => [thesis, "no"] as const),
      ...yes.map((thesis) => [thesis, "yes"] as const),
    ]),
  }));
}
