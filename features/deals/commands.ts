import type { z } from "zod";
import { changedFields } from "@/features/companies/domain";
import { putTag, removeTag } from "@/features/tags/commands/tags";
import { thesisOf } from "@/features/theses/queries";
import { dayIn } from "@/lib/calendar/days";
import { actorUserId } from "@/server/context";
import { AppError, invalid, notFound, staleVersion } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { mergeMoney, needsReason } from "./domain";
import { dealById } from "./queries/deals";
import { stageOf } from "./queries/pipelines";
import { CreateDeal, Deal, MoveDeal, type Stage, UpdateDeal } from "./schema";

const audited = [
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
] as const;

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
    await mustExist(ctx, input);
    const { pipeline, stage } = await stageOf(ctx, stageRef, pipelineRef);
    await ctx.tx.deal.create({
      data: {
        ...columns(input, { amount: null, valuation: null }),
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
    for (const tag of theses) await putTag(ctx, "deal", id, tag);
    const deal = await dealById(ctx, id);
    ctx.audit({
      entity: "deal",
      entityId: id,
      label: labelOf(deal),
      changes: changedFields({}, deal, audited),
    });
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
  run: async (ctx, { id, version, stage: stageRef, reason, theses, ...input }) => {
    const before = await unchanged(ctx, id, version);
    mayFlag(ctx, input.confidential, before.confidential);
    // An owner who left the workspace since may stay; nobody new who is not in it may come.
    await mustExist(ctx, { ...input, ownerId: input.ownerId === before.ownerId ? null : input.ownerId });
    const stage = stageRef === undefined ? null : (await stageOf(ctx, stageRef, before.pipelineId)).stage;
    const moves = stage !== null && stage.id !== before.stageId;
    await write(ctx, before, {
      ...(moves ? entering(ctx, stage, reason ?? null, null) : mended(before, reason)),
      ...columns(input, before),
    });
    if (moves) await saveMove(ctx, id, before.stageId, stage.id, reason ?? null);
    if (theses) await replaceTheses(ctx, before, theses);
    return finish(ctx, before);
  },
});

export const moveDeal = command({
  name: "deal.move",
  summary: "Move a deal to another stage of its pipeline; a lost stage needs a reason",
  allow: "deal:write",
  http: { method: "POST", path: "/deals/{id}/move" },
  input: MoveDeal,
  output: Deal,
  run: async (ctx, { id, stage: stageRef, version, reason = null, revisitIf = null }) => {
    const before = await unchanged(ctx, id, version);
    const { stage } = await stageOf(ctx, stageRef, before.pipelineId);
    if (stage.id === before.stageId) return before;
    await write(ctx, before, entering(ctx, stage, reason, revisitIf));
    await saveMove(ctx, id, before.stageId, stage.id, reason);
    return finish(ctx, before);
  },
});

type Facts = Omit<z.output<typeof UpdateDeal>, "id" | "version" | "stage" | "reason" | "theses">;
type Columns = Parameters<CommandContext["tx"]["deal"]["updateMany"]>[0]["data"];

function labelOf(deal: Deal): string {
  return deal.company.name.en ?? deal.company.name.zh ?? "";
}

/** The deal as it stands, if it still is the version the change was made against. */
async function unchanged(ctx: CommandContext, id: string, version: number | undefined): Promise<Deal> {
  const deal = await dealById(ctx, id);
  if (version !== undefined && version !== deal.version) throw staleVersion("deal", version, deal.version);
  return deal;
}

/** Writes only onto the version that was read: of two writers at once, the second is told. */
async function write(ctx: CommandContext, before: Deal, data: Columns): Promise<void> {
  const { count } = await ctx.tx.deal.updateMany({
    where: { workspaceId: ctx.workspaceId, id: before.id, version: before.version },
    data: { ...data, updatedAt: ctx.now, version: { increment: 1 } },
  });
  if (count === 0) throw staleVersion("deal", before.version, (await dealById(ctx, before.id)).version);
}

async function finish(ctx: CommandContext, before: Deal): Promise<Deal> {
  const after = await dealById(ctx, before.id);
  ctx.audit({
    entity: "deal",
    entityId: after.id,
    label: labelOf(after),
    changes: changedFields(before, after, audited),
  });
  return after;
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

async function mustExist(
  ctx: CommandContext,
  { companyId, ownerId }: Pick<Facts, "companyId" | "ownerId">,
): Promise<void> {
  const { workspaceId } = ctx;
  if (companyId) {
    const company = await ctx.tx.company.count({ where: { workspaceId, id: companyId } });
    if (company === 0) throw notFound("company");
  }
  if (ownerId) {
    const member = await ctx.tx.membership.count({ where: { workspaceId, userId: ownerId } });
    if (member === 0) throw invalid({ ownerId: "is not a member of this workspace" });
  }
}

/** The input under the columns' names; what is undefined Prisma leaves alone. */
function columns(
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
  return { ...rest, ...money, ...(openedOn === undefined ? {} : { openedOn: new Date(openedOn) }) };
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
      recordedAt: ctx.now,
    },
    select: { id: true },
  });
}

async function replaceTheses(
  ctx: CommandContext,
  before: Deal,
  theses: NonNullable<z.output<typeof UpdateDeal>["theses"]>,
): Promise<void> {
  const kept = new Set<string>();
  for (const tag of theses) {
    const { id } = await thesisOf(ctx, tag.thesis);
    const leaveAsIs = "bare" in tag && before.tags.some((one) => one.thesisId === id);
    if (!leaveAsIs) await putTag(ctx, "deal", before.id, tag);
    kept.add(id);
  }
  for (const tag of before.tags)
    if (!kept.has(tag.thesisId)) await removeTag(ctx, "deal", before.id, tag.thesisId);
}
