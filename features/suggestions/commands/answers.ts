import { tagAsBatch } from "@/features/tags/commands/batches";
import { thesisOf } from "@/features/theses/queries";
import { actorUserId } from "@/server/context";
import { conflict, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { suggestionAnswered } from "../events";
import { readSuggestions } from "../queries/suggestions";
import { Answered, AnswerSuggestion, type Suggestion } from "../schema";

export const acceptSuggestion = command({
  name: "suggestion.accept",
  summary: "Put a suggested thesis on a news item; the tag says that a model suggested it and who accepted",
  allow: "tag:write",
  http: { method: "POST", path: "/suggestions/accept" },
  input: AnswerSuggestion,
  output: Answered,
  run: async (ctx, { id, thesis: ref }) => {
    const { item, thesis, suggestion } = await suggested(ctx, id, ref);
    if (!suggestion) throw noLongerSuggested();
    const { put } = await tagAsBatch(
      ctx,
      [
        {
          subjectId: id,
          thesisId: thesis.id,
          stance: "neutral",
          strength: 1,
          confidence: suggestion.probability,
        },
      ],
      { origin: "model", label: item.title, sourceId: suggestion.modelId },
    );
    if (put === 0) throw noLongerSuggested();
    await remember(ctx, id, thesis.id, true, suggestion);
    ctx.emit(suggestionAnswered, {});
    return { newsId: id, thesis: thesis.slug, thesisId: thesis.id, accepted: true };
  },
});

export const rejectSuggestion = command({
  name: "suggestion.reject",
  summary:
    "Say that a thesis does not belong on a news item: it is not suggested there again, and models learn from it",
  allow: "tag:write",
  http: { method: "POST", path: "/suggestions/reject" },
  input: AnswerSuggestion,
  output: Answered,
  run: async (ctx, { id, thesis: ref }) => {
    const { item, thesis, suggestion } = await suggested(ctx, id, ref);
    if (!suggestion) throw noLongerSuggested();
    await remember(ctx, id, thesis.id, false, suggestion);
    ctx.audit({
      entity: "news",
      entityId: id,
      label: item.title,
      changes: { [`suggestion:${thesis.slug}`]: [suggestion.probability, null] },
    });
    ctx.emit(suggestionAnswered, {});
    return { newsId: id, thesis: thesis.slug, thesisId: thesis.id, accepted: false };
  },
});

/** The item is locked: of two answers to one suggestion, the second finds none. */
async function suggested(ctx: CommandContext, id: string, ref: string) {
  await ctx.tx
    .$executeRaw`SELECT 1 FROM news_item WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const item = await ctx.tx.newsItem.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { title: true },
  });
  if (!item) throw notFound("news item");
  const thesis = await thesisOf(ctx, ref);
  const suggestion = (await readSuggestions(ctx, [id])).find(({ thesisId }) => thesisId === thesis.id);
  return { item, thesis, suggestion };
}

function noLongerSuggested() {
  return conflict("This thesis is not suggested for this item (any more).", { key: "notSuggested" });
}

async function remember(
  ctx: CommandContext,
  newsItemId: string,
  thesisId: string,
  accepted: boolean,
  { modelId, probability, words }: Suggestion,
): Promise<void> {
  await ctx.tx.suggestionAnswer.create({
    data: {
      workspaceId: ctx.workspaceId,
      id: newId(),
      newsItemId,
      thesisId,
      modelId,
      accepted,
      probability,
      words,
      actorName: ctx.actor.name,
      actorId: actorUserId(ctx.actor),
      answeredAt: ctx.now,
    },
  });
}
