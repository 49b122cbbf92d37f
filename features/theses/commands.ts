import type { z } from "zod";
import { actorUserId } from "@/server/context";
import { conflict, invalid, notFound, staleVersion } from "@/server/errors";
import { newId } from "@/server/ids";
import { type Changes, type CommandContext, command, type QueryContext } from "@/server/operation";
import { freeSlug, freestColor, mergeTexts, sameWording, type Wording } from "./domain/wording";
import { thesisDetail, thesisOf } from "./queries";
import { CreateThesis, ThesisDetail, UpdateThesis } from "./schema";

export const createThesis = command({
  name: "thesis.create",
  summary: "Write down a new thesis",
  allow: "thesis:write",
  http: { method: "POST", path: "/theses", status: 201 },
  input: CreateThesis,
  output: ThesisDetail,
  run: async (ctx, input) => {
    const facet = await ctx.tx.facet.findFirst({
      where: { workspaceId: ctx.workspaceId, slug: input.facet },
    });
    if (!facet) throw notFound("facet");
    const siblings = await ctx.tx.thesis.findMany({
      where: { workspaceId: ctx.workspaceId },
      select: { color: true, position: true, slug: true },
      take: 500,
    });
    const slug = chooseSlug(
      siblings.map((one) => one.slug),
      input.slug,
      input.name.en,
    );
    await mustBeMember(ctx, input.ownerId);
    const wording: Wording = {
      nameEn: input.name.en,
      nameZh: input.name.zh,
      statementEn: input.statement.en,
      statementZh: input.statement.zh,
      keywords: input.keywords ?? [],
    };
    const id = newId();
    await ctx.tx.thesis.create({
      data: {
        workspaceId: ctx.workspaceId,
        id,
        facetId: facet.id,
        slug,
        color: input.color ?? freestColor(siblings.map((one) => one.color)),
        position: Math.max(-1, ...siblings.map((one) => one.position)) + 1,
        ownerId: input.ownerId ?? null,
        horizon: input.horizon ?? null,
        ...wording,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    await writeVersion(ctx, id, 1, wording, input);
    ctx.audit({
      entity: "thesis",
      entityId: id,
      label: wording.nameEn,
      changes: { name: [null, wording.nameEn], statement: [null, wording.statementEn] },
    });
    return thesisDetail(ctx, id);
  },
});

export const updateThesis = command({
  name: "thesis.update",
  summary:
    "Reword a thesis (the former wording is kept), retire or restore it, change its owner, horizon or colour",
  allow: "thesis:write",
  http: { method: "PATCH", path: "/theses/{id}" },
  input: UpdateThesis,
  output: ThesisDetail,
  run: async (ctx, input) => {
    const { id } = await thesisOf(ctx, input.id);
    const key = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
    const before = await ctx.tx.thesis.findUniqueOrThrow({ where: key });
    if (input.version !== undefined && input.version !== before.version)
      throw staleVersion("thesis", input.version, before.version);
    await mustBeMember(ctx, input.ownerId);
    const wording = reworded(before, input);
    const after = {
      ...wording,
      status: input.status ?? before.status,
      color: input.color ?? before.color,
      horizon: input.horizon === undefined ? before.horizon : input.horizon,
      ownerId: input.ownerId === undefined ? before.ownerId : input.ownerId,
    };
    const changes = changesOf(before, after);
    if (Object.keys(changes).length === 0) return thesisDetail(ctx, id);

    // The version in the condition makes the second of two writers at once find nothing to change.
    const { count } = await ctx.tx.thesis.updateMany({
      where: { workspaceId: ctx.workspaceId, id, version: before.version },
      data: { ...after, updatedAt: ctx.now, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion("thesis", before.version, before.version + 1);
    if (!sameWording(before, wording)) {
      const last = await ctx.tx.thesisVersion.aggregate({
        where: { workspaceId: ctx.workspaceId, thesisId: id },
        _max: { number: true },
      });
      await writeVersion(ctx, id, (last._max.number ?? 0) + 1, wording, input);
    }
    ctx.audit({ entity: "thesis", entityId: id, label: wording.nameEn, changes });
    return thesisDetail(ctx, id);
  },
});

function chooseSlug(taken: string[], wanted: string | undefined, name: string): string {
  if (wanted === undefined) return freeSlug(name, taken);
  if (!taken.includes(wanted)) return wanted;
  throw conflict(`There already is a thesis "${wanted}". Choose another slug.`, {
    key: "thesisSlugTaken",
    values: { slug: wanted },
  });
}

/** What the thesis says after `input`; INVALID when a name or statement would have no words left. */
function reworded(before: Wording, input: z.output<typeof UpdateThesis>): Wording {
  const name = mergeTexts({ en: before.nameEn, zh: before.nameZh }, input.name ?? {});
  const statement = mergeTexts({ en: before.statementEn, zh: before.statementZh }, input.statement ?? {});
  const missing = "must be given in English or in Chinese";
  if (!name || !statement)
    throw invalid({ ...(name ? {} : { name: missing }), ...(statement ? {} : { statement: missing }) });
  return {
    nameEn: name.en,
    nameZh: name.zh,
    statementEn: statement.en,
    statementZh: statement.zh,
    keywords: input.keywords ?? before.keywords,
  };
}

async function writeVersion(
  ctx: CommandContext,
  thesisId: string,
  number: number,
  wording: Wording,
  input: { note?: string | null | undefined; validFrom?: string | undefined },
): Promise<void> {
  await ctx.tx.thesisVersion.create({
    data: {
      workspaceId: ctx.workspaceId,
      thesisId,
      number,
      ...wording,
      note: input.note ?? null,
      validFrom: new Date(input.validFrom ?? today(ctx)),
      recordedAt: ctx.now,
      recordedById: actorUserId(ctx.actor),
    },
  });
}

/** Today in the workspace's zone; the Swedish locale writes days as ISO does. */
function today(ctx: QueryContext): string {
  return ctx.now.toLocaleDateString("sv-SE", { timeZone: ctx.workspace.timeZone });
}

async function mustBeMember(ctx: QueryContext, userId: string | null | undefined): Promise<void> {
  if (!userId) return;
  const member = await ctx.tx.membership.findFirst({ where: { workspaceId: ctx.workspaceId, userId } });
  if (!member) throw invalid({ ownerId: "must be a member of this workspace" });
}

type Fields = Wording & { status: string; color: number; horizon: string | null; ownerId: string | null };

function changesOf(before: Fields, after: Fields): Changes {
  const fields = [
    "nameEn",
    "nameZh",
    "statementEn",
    "statementZh",
    "status",
    "color",
    "horizon",
    "ownerId",
  ] as const;
  const changed: Changes = {};
  for (const field of fields)
    if (before[field] !== after[field]) changed[field] = [before[field], after[field]];
  if (before.keywords.join("\n") !== after.keywords.join("\n"))
    changed.keywords = [before.keywords, after.keywords];
  return changed;
}

export type CreateThesisInput = z.input<typeof CreateThesis>;
export type UpdateThesisInput = z.input<typeof UpdateThesis>;
