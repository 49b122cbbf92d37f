import type { z } from "zod";
import { changeTags } from "@/features/tags/commands/tags";
import { thesesOf } from "@/features/theses/queries";
import { memberOf } from "@/features/workspaces/queries";
import { dayIn } from "@/lib/calendar/days";
import { actorUserId } from "@/server/context";
import { Prisma } from "@/server/db/client";
import { AppError, invalid, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { auditCreated, revisable, revise, rowKey } from "@/server/record/revise";
import { mergeMoney, needsReason } from "./domain";
import { dealById } from "./queries/deals";
import { stageOf } from "./queries/pipelines";
import { CreateDeal, Deal, MoveDeal, type Stage, UpdateDeal } from "./schema";

const deals = revisable({
  entity: "deal",
  table: "deal",
  read: (ctx, id) => ctx.tx.deal.findUniqueOrThrow({ where: rowKey(ctx, id) }),
  write: (ctx, id, columns) =>
    ctx.tx.deal.update({
      where: rowKey(ctx, id),
      data: { ...columns, updatedAt: ctx.now },
      select: { id: true },
    }),
  show: dealById,
  label: ({ company }) => company.name.en ?? company.name.zh ?? "",
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
        ...entering(ctx, stage, reason, revisitIf),
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
    auditCreated(ctx, deals, deal);
    ctx.emit("deal.created", { id });
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
        ...(moves ? entering(ctx, stage, reason, null) : mended(deal, input.reason)),
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
      return stage.id === deal.stageId ? {} : entering(ctx, stage, reason, revisitIf);
    });
    if (changed) await follow(ctx, before, after, reason);
    return after;
  },
});

type Facts = Omit<z.output<typeof UpdateDeal>, "id" | "version" | "stage" | "reason" | "theses">;

/** What follows from a change: a move goes into the history of stages, and the workers are told. */
async function follow(ctx: CommandContext, before: Deal, after: Deal, reason: string | null): Promise<void> {
  ctx.emit("deal.updated", { id: after.id });
  if (after.stageId === before.stageId) return;
  await saveMove(ctx, after.id, before.stageId, after.stageId, reason);
  ctx.emit("deal.moved", { id: after.id, from: before.stage, to: after.stage });
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

/** The input under the columns' names; what is undefined Prisma leaves alone. */
function columnsOf(
  { amount, valuation, openedOn, ...rest }: Facts,
  before: Pick<Deal, "amount" | "valuation">,
) {
  const stored = {
    amount: before.amount?.value ?? null,
    valuation: before.valuation?.value ?? null,
    currency: before.amount?.currency ?? before.valuation?.currency ?? null,
  };
  const money = mergeMoney(stored, amount, valuation);
  if (!money) {
    const field = valuation ? "valuation.currency" : "amount.currency";
    throw invalid({
      [field]: "must be the same for amount and valuation of a deal: both are in the currency of the round",
    });
  }
  return {
    ...rest,
    amount: decimal(money.amount),
    valuation: decimal(money.valuation),
    currency: money.currency,
    ...(openedOn === undefined ? {} : { openedOn: new Date(openedOn) }),
  };
}

function decimal(text: string | null): Prisma.Decimal | null {
  return text === null ? null : new Prisma.Decimal(text);
}

function reasonMissing(): AppError {
  return new AppError("INVALID", "A deal cannot be passed without a reason. Say why in `reason`.", {
    key: "reasonRequired",
    fields: { reason: "must say why the deal is passed" },
  });
}

/** The columns of a deal that enters `stage` now. The reason and what would bring it back belong to lost stages only. */
function entering(
  ctx: CommandContext,
  stage: Stage,
  reason: string | null,
  revisitIf: string | null | undefined,
) {
  const lost = needsReason(stage.kind);
  if (lost && !reason) throw reasonMissing();
  return {
    stageId: stage.id,
    stageEnteredAt: ctx.now,
    passReason: lost ? reason : null,
    revisitIf: lost ? (revisitIf ?? null) : null,
  };
}

/** A lost deal that stays where it is may have its reason worded better, not taken away. */
function mended(before: Deal, reason: string | null | undefined) {
  if (reason === undefined || before.stageKind !== "lost") return {};
  if (reason === null) throw reasonMissing();
  return { passReason: reason };
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
