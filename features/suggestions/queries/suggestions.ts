import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { isHeldOut } from "../domain/held-out";
import { languageOf, textOf } from "../domain/item-text";
import { suggestionsOf } from "../domain/suggest";
import { type Suggestion, SuggestionList, SuggestionsFor } from "../schema";
import { latestModels } from "./latest-models";

export const suggestionsFor = query({
  name: "suggestion.forNews",
  summary:
    "Theses that models suggest for these news items, with the words that made them say so. One item in ten never has any",
  allow: "news:read",
  http: { method: "GET", path: "/suggestions" },
  input: SuggestionsFor,
  output: SuggestionList,
  run: async (ctx, { ids }) => ({ data: await readSuggestions(ctx, ids) }),
});

const Item = z.object({
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  language: z.string(),
  blind: z.boolean(),
  settled: z.array(z.string()),
});

/**
 * Standing suggestions: on no item held out or read blind by whoever asks, and for no thesis that is on the item, was rejected there, or was taken off.
 * NOT_FOUND where one of the items is not in this workspace.
 */
export async function readSuggestions(ctx: QueryContext, ids: readonly string[]): Promise<Suggestion[]> {
  const asked = [...new Set(ids)];
  const found = await readItems(ctx, asked);
  if (found.length < asked.length) throw notFound("news item");
  const items = found.filter(({ id, blind }) => !blind && !isHeldOut(id));
  if (items.length === 0) return [];
  const { advisor, modelIds } = await latestModels(ctx);
  const slugs = await slugsOf(ctx);
  return items.flatMap(({ id, settled, ...item }) =>
    suggestionsOf(advisor, { text: textOf(item), language: languageOf(item.language) })
      .filter(({ topicId }) => !settled.includes(topicId))
      .sort((a, b) => b.probability - a.probability)
      .map(({ topicId, probability, words, learned }) => ({
        newsId: id,
        thesis: slugs.get(topicId) ?? topicId,
        thesisId: topicId,
        probability,
        words,
        modelId: (learned && modelIds.get(topicId)) || null,
      })),
  );
}

function readItems(ctx: QueryContext, ids: readonly string[]) {
  const workspace = Prisma.sql`${ctx.workspaceId}::uuid`;
  return rows(
    ctx.tx,
    Item,
    Prisma.sql`
      SELECT i.id, i.title, left(i.excerpt, 1000) AS excerpt, i.language,
        i.id = ANY((SELECT blind_items())::uuid[]) AS blind,
        ARRAY(
          SELECT thesis_id FROM news_tag AS t WHERE t.workspace_id = i.workspace_id AND t.subject_id = i.id
            AND (t.superseded_at IS NULL OR (t.superseded_by IS NULL AND (t.batch_id IS NULL OR t.superseded_batch_id IS DISTINCT FROM t.batch_id)))
          UNION SELECT thesis_id FROM suggestion_answer AS a
            WHERE a.workspace_id = i.workspace_id AND a.news_item_id = i.id AND NOT a.accepted)::text[] AS settled
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS asked (id, place)
      JOIN news_item AS i ON i.workspace_id = ${workspace} AND i.id = asked.id ORDER BY asked.place`,
  );
}

async function slugsOf(ctx: QueryContext): Promise<Map<string, string>> {
  const theses = await ctx.tx.thesis.findMany({
    where: { workspaceId: ctx.workspaceId, status: "active" },
    select: { id: true, slug: true },
    take: 500,
  });
  return new Map(theses.map(({ id, slug }) => [id, slug]));
}
