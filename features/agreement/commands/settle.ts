import { tagAsBatch } from "@/features/tags/commands/batches";
import type { TagChange } from "@/features/tags/commands/write-tags";
import { personBehind } from "@/features/workspaces/queries";
import { AppError, conflict } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { firstSide } from "../domain/sides";
import { asDisagreement, type Compared, comparedById } from "../queries/disagreements";
import { Disagreement, type ReadTag, Settle } from "../schema";
import { withTheses } from "./readings";

/**
 * Decides between two readings. What is settled supersedes what stands on the item, in a step of its own that can be taken
 * back; theses that neither reader named are left as they are.
 */
export const settleDisagreement = command({
  name: "agreement.settle",
  summary: "Decide which reading of an item shall stand, and say why",
  allow: "tag:write",
  http: { method: "POST", path: "/agreement/disagreements/{id}/settle" },
  input: Settle,
  output: Disagreement,
  run: async (ctx, { id, take, tags, reason }) => {
    const found = await comparedById(ctx, id);
    if (found.settlement)
      throw conflict("This disagreement is settled already.", { key: "agreementSettled" });
    await mustBeThird(ctx, found);
    const settledFor = take === "other" ? "other" : take === firstSide(id) ? "first" : "second";
    const settled = settledFor === "other" ? await withTheses(ctx, tags ?? []) : found[settledFor];
    const { batchId } = await tagAsBatch(ctx, changesTo(found, settled, reason), {
      origin: "person",
      label: `Settled: ${found.item.title}`,
    });
    await ctx.tx.agreementSettlement.create({
      data: {
        workspaceId: ctx.workspaceId,
        taskId: id,
        settledFor,
        reason,
        settledBy: ctx.actor.name,
        settledById: (await personBehind(ctx))?.id ?? null,
        settledAt: ctx.now,
        batchId,
      },
    });
    ctx.audit({
      entity: "agreementReading",
      entityId: id,
      label: found.item.title,
      changes: { settled: [inWords(found.first), inWords(settled)], reason: [null, reason] },
    });
    return asDisagreement(await comparedById(ctx, id));
  },
});

/** Neither of the two readers, unless a partner: in a small team there may be no third. */
async function mustBeThird(ctx: CommandContext, { firstReader, secondReader }: Compared): Promise<void> {
  const person = await personBehind(ctx);
  const isReader = person?.id === firstReader.id || person?.id === secondReader.id;
  if (isReader && !ctx.can("agreement:direct")) {
    throw new AppError("FORBIDDEN", "You are one of the two readers: someone else or a partner settles it.", {
      key: "agreementOwnReading",
    });
  }
}

/** Puts what is settled; takes off what one of the readers named and the settlement does not. */
function changesTo(
  { newsItemId: subjectId, first, second }: Compared,
  settled: ReadTag[],
  reason: string,
): TagChange[] {
  const kept = new Set(settled.map(({ thesisId }) => thesisId));
  const dropped = new Set(
    [...first, ...second].map(({ thesisId }) => thesisId).filter((thesisId) => !kept.has(thesisId)),
  );
  return [
    ...settled.map(({ thesisId, stance, strength }) => ({
      subjectId,
      thesisId,
      stance,
      strength,
      note: `Settled: ${reason}`,
    })),
    ...[...dropped].map((thesisId) => ({ subjectId, thesisId, remove: true as const })),
  ];
}

function inWords(tags: readonly ReadTag[]): string {
  return tags.map(({ thesis, stance, strength }) => `${thesis} ${stance} ${strength}`).join(", ");
}
