import type { z } from "zod";
import { thesisOf } from "@/features/theses/queries";
import { actorUserId } from "@/server/context";
import { notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { tagPut, tagRemoved } from "../events";
import { type Subject, subjects } from "../queries/subjects";
import { currentTags } from "../queries/tags";
import { PutTag, RemoveTag, Tag, type TagInput } from "../schema";

/**
 * Puts a thesis on something. A tag that says the same is left alone; one that says otherwise is superseded, never
 * overwritten. Callers have checked that the subject is in this workspace; the label is what the audit calls it.
 */
export async function putTag(
  ctx: CommandContext,
  subject: Subject,
  id: string,
  input: z.output<typeof TagInput>,
  origin: z.infer<typeof Tag>["origin"] = "person",
): Promise<void> {
  const { label, publishedAt } = await subjects[subject].mustExist(ctx, id);
  const thesis = await thesisOf(ctx, input.thesis);
  const before = await current(ctx, subject, id, thesis.id);
  const note = input.note ?? null;
  if (before && before.stance === input.stance && before.strength === input.strength && before.note === note)
    return;

  const tagId = newId();
  if (before) await supersede(ctx, subject, before.id, tagId);
  const data = {
    workspaceId: ctx.workspaceId,
    id: tagId,
    subjectId: id,
    thesisId: thesis.id,
    stance: input.stance,
    strength: input.strength,
    note,
    origin,
    actorName: ctx.actor.name,
    actorId: actorUserId(ctx.actor),
    validFrom: ctx.now,
    recordedAt: ctx.now,
  };
  if (subject === "news")
    await ctx.tx.newsTag.create({ data: { ...data, publishedAt: publishedAt ?? ctx.now } });
  else if (subject === "company") await ctx.tx.companyTag.create({ data });
  else await ctx.tx.dealTag.create({ data });

  const inWords = (tag: { stance: string; strength: number; note: string | null }) =>
    `${tag.stance} ${tag.strength}${tag.note ? `: ${tag.note}` : ""}`;
  ctx.audit({
    entity: subject,
    entityId: id,
    label,
    changes: { [`tag:${thesis.slug}`]: [before ? inWords(before) : null, inWords(data)] },
  });
  ctx.emit(tagPut, { subject, subjectId: id, thesisId: thesis.id });
}

export async function removeTag(
  ctx: CommandContext,
  subject: Subject,
  id: string,
  ref: string,
): Promise<void> {
  const { label } = await subjects[subject].mustExist(ctx, id);
  const thesis = await thesisOf(ctx, ref);
  const before = await current(ctx, subject, id, thesis.id);
  if (!before) throw notFound("tag");
  await supersede(ctx, subject, before.id, null);
  ctx.audit({
    entity: subject,
    entityId: id,
    label,
    changes: { [`tag:${thesis.slug}`]: [`${before.stance} ${before.strength}`, null] },
  });
  ctx.emit(tagRemoved, { subject, subjectId: id, thesisId: thesis.id });
}

type TagRow = { id: string; stance: "for" | "against" | "neutral"; strength: number; note: string | null };

async function current(
  ctx: CommandContext,
  subject: Subject,
  subjectId: string,
  thesisId: string,
): Promise<TagRow | null> {
  const where = { workspaceId: ctx.workspaceId, subjectId, thesisId, supersededAt: null };
  const select = { id: true, stance: true, strength: true, note: true };
  if (subject === "news") return ctx.tx.newsTag.findFirst({ where, select });
  if (subject === "company") return ctx.tx.companyTag.findFirst({ where, select });
  return ctx.tx.dealTag.findFirst({ where, select });
}

async function supersede(
  ctx: CommandContext,
  subject: Subject,
  id: string,
  by: string | null,
): Promise<void> {
  const where = { workspaceId: ctx.workspaceId, id };
  const data = { supersededAt: ctx.now, supersededBy: by, supersededActor: ctx.actor.name };
  if (subject === "news") await ctx.tx.newsTag.updateMany({ where, data });
  else if (subject === "company") await ctx.tx.companyTag.updateMany({ where, data });
  else await ctx.tx.dealTag.updateMany({ where, data });
}

function put(subject: Subject) {
  const { noun, path } = subjects[subject];
  return command({
    name: `${subject}.tag`,
    summary: `Put a thesis on a ${noun}, or say something else about it than before`,
    allow: "tag:write",
    http: { method: "PUT", path: `/${path}/{id}/tags/{thesis}` },
    input: PutTag,
    output: Tag,
    run: async (ctx, { id, ...input }) => {
      await putTag(ctx, subject, id, input);
      const thesis = await thesisOf(ctx, input.thesis);
      const tag = (await currentTags(ctx.tx, subject, id)).find((one) => one.thesisId === thesis.id);
      if (!tag) throw notFound("tag");
      return tag;
    },
  });
}

function remove(subject: Subject) {
  const { noun, path } = subjects[subject];
  return command({
    name: `${subject}.untag`,
    summary: `Take a thesis off a ${noun}; its history stays`,
    allow: "tag:write",
    http: { method: "DELETE", path: `/${path}/{id}/tags/{thesis}` },
    input: RemoveTag,
    output: PutTag.pick({ id: true, thesis: true }),
    run: async (ctx, { id, thesis }) => {
      await removeTag(ctx, subject, id, thesis);
      return { id, thesis };
    },
  });
}

export const tagNews = put("news");
export const untagNews = remove("news");
export const tagCompany = put("company");
export const untagCompany = remove("company");
export const tagDeal = put("deal");
export const untagDeal = remove("deal");
