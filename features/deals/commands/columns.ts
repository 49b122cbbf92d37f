import type { z } from "zod";
import { Prisma } from "@/server/db/client";
import { AppError, invalid } from "@/server/errors";
import type { CommandContext } from "@/server/operation";
import { mergeMoney, needsReason } from "../domain";
import type { Deal, Stage, UpdateDeal } from "../schema";

export type Facts = Omit<z.output<typeof UpdateDeal>, "id" | "version" | "stage" | "reason" | "theses">;

/** The input under the columns' names; what is undefined Prisma leaves alone. */
export function columnsOf(
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
