import { actorUserId } from "@/server/context";
import { AppError } from "@/server/errors";
import { newId } from "@/server/ids";
import type { CommandContext } from "@/server/operation";
import { needsReason } from "../domain";
import type { Deal, Stage } from "../schema";

/** The columns of a deal that enters `stage` now. The reason and what would bring it back belong to lost stages only. */
export function stageEntry(
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
export function reasonPatch(before: Deal, reason: string | null | undefined) {
  if (reason === undefined || before.stageKind !== "lost") return {};
  if (reason === null) throw reasonMissing();
  return { passReason: reason };
}

function reasonMissing(): AppError {
  return new AppError("INVALID", "A deal cannot be passed without a reason. Say why in `reason`.", {
    key: "reasonRequired",
    fields: { reason: "must say why the deal is passed" },
  });
}

export async function saveMove(
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

/** What follows from a change of a deal: a move goes into the history of stages, and the workers are told. */
export async function afterMove(
  ctx: CommandContext,
  before: Deal,
  after: Deal,
  reason: string | null,
): Promise<void> {
  ctx.emit("deal.updated", { id: after.id });
  if (after.stageId === before.stageId) return;
  await saveMove(ctx, after.id, before.stageId, after.stageId, reason);
  ctx.emit("deal.moved", { id: after.id, from: before.stage, to: after.stage });
}
