import type { z } from "zod";
import { memberOf } from "@/features/workspaces/queries";
import { dayIn } from "@/lib/calendar/days";
import { actorUserId } from "@/server/context";
import { conflict, invalid, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { auditCreated, revisable, revise, rowKey } from "@/server/record/revise";
import { freeSlug, freestColor, mergeTexts, type Wording } from "./domain/wording";
import { findThesis, isPartOf, thesisDetail, thesisOf } from "./queries";
import { CreateThesis, type Thesis, ThesisDetail, UpdateThesis } from "./schema";

const theses = revisable({
  noun: "thesis",
  table: "thesis",
  read: (ctx, id) => ctx.tx.thesis.findUniqueOrThrow({ where: rowKey(ctx, id) }),
  write: (ctx, id, columns) =>
    ctx.tx.thesis.update({
      where: rowKey(ctx, id),
      data: { ...columns, updatedAt: ctx.now },
      select: { id: true },
    }),
  show: thesisDetail,
  subject: ({ id, name }) => ({ entity: "thesis", entityId: id, label: name.en }),
  audited: ["name", "statement", "keywords", "status", "color", "horizon", "parent", "owner"],
});

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
    if (input.ownerId) await memberOf(ctx, input.ownerId, "ownerId");
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
        parentId: input.parent ? await parentIdOf(ctx, input.parent, id) : null,
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
    const thesis = await thesisDetail(ctx, id);
    await auditCreated(ctx, theses, thesis);
    return thesis;
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
    const { after, changed, columns } = await revise(ctx, theses, { ...input, id }, async (row) => {
      const { status, color, horizon, ownerId, parent } = input;
      if (ownerId && ownerId !== row.ownerId) await memberOf(ctx, ownerId, "ownerId");
      const parentId = parent ? await parentIdOf(ctx, parent, id) : parent;
      return { ...reworded(row, input), status, color, horizon, ownerId, parentId };
    });
    if (!changed) return after;
    if (Object.keys(wordingOf(after)).some((column) => column in columns)) {
      const last = await ctx.tx.thesisVersion.aggregate({
        where: { workspaceId: ctx.workspaceId, thesisId: id },
        _max: { number: true },
      });
      await writeVersion(ctx, id, (last._max.number ?? 0) + 1, wordingOf(after), input);
    }
    return thesisDetail(ctx, id);
  },
});

/** The thesis that another shall be a part of. INVALID when there is none of that name, or when it is itself a part of the other. */
async function parentIdOf(ctx: CommandContext, ref: string, id: string): Promise<string> {
  const found = await findThesis(ctx, ref);
  if (!found) throw invalid({ parent: `there is no thesis "${ref}" here` });
  if (await isPartOf(ctx, found.id, id))
    throw invalid({ parent: `${found.slug} is this thesis or a part of it; choose another` });
  return found.id;
}

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

function wordingOf({ name, statement, keywords }: Thesis): Wording {
  return {
    nameEn: name.en,
    nameZh: name.zh,
    statementEn: statement.en,
    statementZh: statement.zh,
    keywords,
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
      validFrom: new Date(input.validFrom ?? dayIn(ctx.now, ctx.workspace.timeZone)),
      recordedById: actorUserId(ctx.actor),
    },
  });
}
