import type { z } from "zod";
import { thesesOf } from "@/features/theses/queries";
import { notFound } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { type Subject, subjects } from "../queries/subjects";
import { currentTags } from "../queries/tags";
import { PutTag, RemoveTag, Tag, type TagInput } from "../schema";
import { type WrittenTag, writeTags } from "./write-tags";

/** Puts theses on one subject and takes others (`remove`) off, in its own audit entry. Theses by id or slug. */
export async function changeTags(
  ctx: CommandContext,
  subject: Subject,
  subjectId: string,
  put: readonly z.output<typeof TagInput>[],
  remove: readonly string[] = [],
): Promise<WrittenTag[]> {
  const theses = await thesesOf(ctx, [...put.map(({ thesis }) => thesis), ...remove]);
  const written = await writeTags(
    ctx,
    subject,
    [
      ...put.map(({ thesis, ...tag }) => ({ subjectId, thesisId: theses(thesis).id, ...tag })),
      ...remove.map((thesis) => ({ subjectId, thesisId: theses(thesis).id, remove: true as const })),
    ],
    { origin: "person" },
  );
  const [first] = written;
  if (first)
    ctx.audit({
      entity: subject,
      entityId: subjectId,
      label: first.label,
      changes: Object.fromEntries(
        written.map((tag) => [`tag:${tag.thesis}`, [inWords(tag.before, tag.before?.origin), inWords(tag)]]),
      ),
    });
  return written;
}

function inWords(
  tag: Pick<WrittenTag, "stance" | "strength" | "note"> | null,
  origin?: string,
): string | null {
  if (!tag?.stance) return null;
  return `${origin === "rule" ? "rule, " : ""}${tag.stance} ${tag.strength}${tag.note ? `: ${tag.note}` : ""}`;
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
      await subjects[subject].mustExist(ctx, id);
      await changeTags(ctx, subject, id, [input]);
      const { thesis: ref } = input;
      const tags = await currentTags(ctx.tx, subject, id);
      const tag = tags.find(({ thesis, thesisId }) => thesis === ref || thesisId === ref.toLowerCase());
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
      await subjects[subject].mustExist(ctx, id);
      const removed = await changeTags(ctx, subject, id, [], [thesis]);
      if (removed.length === 0) throw notFound("tag");
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
