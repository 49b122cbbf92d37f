import type { z } from "zod";
import { changeTags } from "@/features/tags/commands/tags";
import { thesesOf } from "@/features/theses/queries";
import { memberOf } from "@/features/workspaces/queries";
import { dayIn } from "@/lib/calendar/days";
import { actorUserId } from "@/server/context";
import { AppError, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { auditCreated, revisable, revise, rowKey } from "@/server/record/revise";
import { dealById } from "../queries/deals";
import { stageOf } from "../queries/pipelines";
import { CreateDeal, Deal, MoveDeal, UpdateDeal } from "../schema";
import { columnsOf, type Facts, reasonPatch, stageEntry } from "./columns";

const deals = revisable({
  noun: "deal",
  table: "deal",
  read: (ctx, id) => ctx.tx.deal.findUniqueOrThrow({ where: rowKey(ctx, id) }),
  write: (ctx, id, columns) =>
    ctx.tx.deal.update({
      where: rowKey(ctx, id),
      data: { ...columns, updatedAt: ctx.now },
      select: { id: true },
    }),
  show: dealById,
  subject: ({ id, company: { name } }) => ({
    entity: "deal",
    entityId: id,
    label: name.en ?? name.zh ?? "",
  }),
  audited: [
    "company",
    "stage",
    "round",
    "amount",
    "valuation",
    "owner",
    "lead",
    "coInvestors",
    "source",
    "nextStep",
    "passReason",
    "revisitIf",
    "confidential",
    "openedOn",
  ],
});

export const createDeal = command({
  name: "deal.create",
  summary: "Log a deal with a company",
  allow: "deal:write",
  http: { method: "POST", path: "/deals", status: 201 },
  input: CreateDeal,
  output: Deal,
  run: async (
    ctx,
    { stage: stageRef, pipeline: pipelineRef, reason = null, theses = [], revisitIf, ...input },
  ) => {
    const id = newId();
    const { companyId, openedOn = dayIn(ctx.now, ctx.workspace.timeZone) } = input;
    mayFlag(ctx, input.confidential, false);
    await mustExist(ctx, input, null);
    const { pipeline, stage } = await stageOf(ctx, stageRef, pipelineRef);
    await ctx.tx.deal.create({
      data: {
        ...columnsOf(input, { amount: null, valuation: null }),
        ...stageEntry(ctx, stage, reason, revisitIf),
        revisitIf: revisitIf ?? null,
        coInvestors: input.coInvestors ?? [],
        workspaceId: ctx.workspaceId,
        id,
        companyId,
        pipelineId: pipeline.id,
        openedOn: new Date(openedOn),
        createdAt: ctx.now,
        updatedAt: ctx.now,
        createdById: actorUserId(ctx.actor),
      },
      select: { id: true },
    });
    await saveMove(ctx, id, null, stage.id, reason);
    await changeTags(ctx, "deal", id, theses);
    const deal = await dealById(ctx, id);
    await auditCreated(ctx, deals, deal);
    return deal;
  },
});

export const updateDeal = command({
  name: "deal.update",
  summary: "Change a deal; fields left out stay as they are",
  allow: "deal:write",
  http: { method: "PATCH", path: "/deals/{id}" },
  input: UpdateDeal,
  output: Deal,
  run: async (ctx, input) => {
    const { id, version: _, stage: stageRef, reason = null, theses, ...facts } = input;
    const { before, after, changed } = await revise(ctx, deals, input, async (_row, deal) => {
      mayFlag(ctx, facts.confidential, deal.confidential);
      await mustExist(ctx, facts, deal.ownerId);
      const stage = stageRef === undefined ? null : (await stageOf(ctx, stageRef, deal.pipelineId)).stage;
      const moves = stage !== null && stage.id !== deal.stageId;
      return {
        ...(moves ? stageEntry(ctx, stage, reason, null) : reasonPatch(deal, input.reason)),
        ...columnsOf(facts, deal),
      };
    });
    if (changed) await follow(ctx, before, after, reason);
    if (!theses) return after;
    await replaceTheses(ctx, before, theses);
    return dealById(ctx, id);
  },
});

export const moveDeal = command({
  name: "deal.move",
  summary: "Move a deal to another stage of its pipeline; a lost stage needs a reason",
  allow: "deal:write",
  http: { method: "POST", path: "/deals/{id}/move" },
  input: MoveDeal,
  output: Deal,
  run: async (ctx, input) => {
    const { stage: stageRef, reason = null, revisitIf = null } = input;
    const { before, after, changed } = await revise(ctx, deals, input, async (_row, deal) => {
      const { stage } = await stageOf(ctx, stageRef, deal.pipelineId);
      return stage.id === deal.stageId ? {} : stageEntry(ctx, stage, reason, revisitIf);
    });
    if (changed) await follow(ctx, before, after, reason);
    return after;
  },
});

/** A move goes into the history of stages. */
async function follow(ctx: CommandContext, before: Deal, after: Deal, reason: string | null): Promise<void> {
  if (after.stageId !== before.stageId) await saveMove(ctx, after.id, before.stageId, after.stageId, reason);
}

/** Only who sees confidential deals may make one, or open one to everybody. */
function mayFlag(ctx: CommandContext, wanted: boolean | undefined, current: boolean): void {
  if (wanted === undefined || wanted === current || ctx.can("deal:confidential")) return;
  throw new AppError(
    "FORBIDDEN",
    "Only partners, admins and owners may mark a deal as confidential or take the mark off. Ask one of them.",
    { key: "confidentialForbidden", fields: { confidential: "needs the role partner" } },
  );
}

/** An owner who left the workspace since may stay; nobody new who is not in it may come. */
async function mustExist(
  ctx: CommandContext,
  { companyId, ownerId }: Pick<Facts, "companyId" | "ownerId">,
  ownerBefore: string | null,
): Promise<void> {
  if (companyId) {
    const company = await ctx.tx.company.count({ where: { workspaceId: ctx.workspaceId, id: companyId } });
    if (company === 0) throw notFound("company");
  }
  if (ownerId && ownerId !== ownerBefore) await memberOf(ctx, ownerId, "ownerId");
}

async function saveMove(
  ctx: CommandContext,
  dealId: string,
  from: string | null,
  to: string,
  reason: string | null,
): Promise<void> {
  await ctx.tx.stageMove.create({
    data: {
      workspaceId: ctx.workspaceId,
      id: newId(),
      dealId,
      fromStageId: from,
      toStageId: to,
      reason,
      actorName: ctx.actor.name,
      actorId: actorUserId(ctx.actor),
      movedAt: ctx.now,
    },
    select: { id: true },
  });
}

/** A thesis given by its bare name, which a deal has already, keeps what was said of it. */
async function replaceTheses(
  ctx: CommandContext,
  before: Deal,
  theses: NonNullable<z.output<typeof UpdateDeal>["theses"]>,
): Promise<void> {
  const find = await thesesOf(
    ctx,
    theses.map(({ thesis }) => thesis),
  );
  const had = new Set(before.tags.map(({ thesisId }) => thesisId));
  const wanted = new Set(theses.map(({ thesis }) => find(thesis).id));
  const put = theses.filter((tag) => !("bare" in tag && had.has(find(tag.thesis).id)));
  await changeTags(
    ctx,
    "deal",
    before.id,
    put,
    [...had].filter((id) => !wanted.has(id)),
  );
}
