import { z } from "zod";
import { continueBatch, revertBatch } from "@/features/tags/commands/batches";
import { RunFailure, run } from "@/server/jobs/runs/run";
import { changesOf, sourceOf } from "../commands/tag-by-rules";
import { readyRules } from "../queries/ready-rules";
import { ruleItems } from "../queries/rule-items";
import { ruleById } from "../queries/rules";

const batchSize = 500;
const as = "rules";

/** A rule put to all stored items, newest first; about the rule. Its tags are one batch. */
export const applyRuleRun = run({
  kind: "rule.apply",
  as,
  allow: "tag:write",
  undo: "rule.undoApply",
  /** The rule as it was when the run began: it does not go on with another one. */
  input: z.object({ ruleVersion: z.number().int(), batchId: z.uuid() }),
  /** The last item examined. */
  cursor: z.object({ time: z.string(), id: z.string() }),
  result: z.object({ put: z.number().int().default(0), removed: z.number().int().default(0) }),
  step: async (ctx, { subjectId, input, cursor, result }) => {
    const rule = await ruleById(ctx, subjectId ?? "");
    if (rule.version !== input.ruleVersion)
      throw new RunFailure("The rule was changed while it was applied. Apply it again.", "ruleChanged");
    if (rule.lastRun?.undone)
      throw new RunFailure("Its tags were taken back while it was applied. Apply it again.", "ruleUndone");
    const items = await ruleItems(ctx, { after: cursor, limit: batchSize });
    const rules = await readyRules(ctx, { thesisId: rule.thesisId, also: rule.id });
    const changes = (await changesOf(ctx, rules, items, rule.id)).get(rule.id) ?? [];
    const source = sourceOf(rule.id, rule.name);
    const { put, removed } = await continueBatch(ctx, input.batchId, changes, source);
    const last = items.at(-1);
    return {
      done: items.length,
      cursor: last ? { time: last.publishedAt, id: last.id } : cursor,
      result: { put: result.put + put, removed: result.removed + removed },
      goesOn: items.length === batchSize,
    };
  },
});

/** Takes back what applying a rule did; about that run. */
export const undoApplyRun = run({
  kind: "rule.undoApply",
  as,
  allow: "tag:write",
  input: z.object({}),
  cursor: z.null(),
  result: z.object({ removed: z.number().int().default(0), restored: z.number().int().default(0) }),
  step: async (ctx, { subjectId, startedBy }) => {
    const applied = await ctx.tx.jobRun.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: subjectId ?? "" } },
      select: { input: true },
    });
    const { batchId } = z.object({ batchId: z.uuid() }).parse(applied.input);
    const undone = await revertBatch(ctx, batchId, startedBy);
    if (!undone) throw new RunFailure("This step was taken back already.", "alreadyUndone");
    return { done: 1, total: 1, cursor: null, result: undone, goesOn: false };
  },
});
