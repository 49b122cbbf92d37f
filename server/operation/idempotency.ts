import { createHash } from "node:crypto";
import { conflict, invalid } from "@/server/errors";
import type { CommandContext } from "./types";

/**
 * Takes the key for this request, or returns the answer an earlier one got. Two requests at once: the second waits on
 * the first one's row. The same key with another body, or from somebody else (an answer holds what its asker may see), is
 * CONFLICT.
 */
export async function answeredBefore<T>(
  ctx: CommandContext,
  key: string,
  operation: string,
  input: unknown,
): Promise<{ answer: T } | null> {
  if (key.length === 0 || key.length > 200)
    throw invalid({ "Idempotency-Key": "must have 1 to 200 characters" });
  const requestHash = createHash("sha256")
    .update([operation, ctx.actor.kind, ctx.actor.id, ctx.role, JSON.stringify(input)].join("\n"))
    .digest("hex");
  const taken = await ctx.tx.$executeRaw`
    INSERT INTO idempotency_key (workspace_id, key, operation, request_hash, response)
    VALUES (${ctx.workspaceId}::uuid, ${key}, ${operation}, ${requestHash}, 'null') ON CONFLICT DO NOTHING`;
  if (taken === 1) return null;
  const earlier = await ctx.tx.idempotencyKey.findUniqueOrThrow({
    where: { workspaceId_key: { workspaceId: ctx.workspaceId, key } },
  });
  if (earlier.requestHash !== requestHash) {
    throw conflict(
      "This Idempotency-Key was used for a different request. Send a new key for a new request.",
      {
        key: "idempotencyKey",
      },
    );
  }
  ctx.unaudited();
  // The hash covers operation and input, so what is stored is this operation's own output.
  return { answer: earlier.response as T };
}

export async function saveAnswer(ctx: CommandContext, key: string, answer: unknown): Promise<void> {
  await ctx.tx.$executeRaw`UPDATE idempotency_key SET response = ${JSON.stringify(answer)}::jsonb
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND key = ${key}`;
}
