import { continueBatch, openBatch } from "@/features/tags/commands/batches";
import { conflict, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { readyRules } from "../queries/ready-rules";
import { ruleItems } from "../queries/rule-items";
import { ruleById } from "../queries/rules";
import { Rule, RuleId, RunStep } from "../schema";
import { changesOf, sourceOf } from "./tag-by-rules";

const piece = 500;
/** A run that has not moved for so long is not running any more. */
const givenUpAfterMs = 10 * 60_000;

export const applyRule = command({
  name: "rule.apply",
  summary: "Put a rule to all stored items, in the background; its tags are one step that can be undone",
  allow: "tag:write",
  http: { method: "POST", path: "/rules/{id}/apply" },
  input: RuleId,
  output: Rule,
  run: async (ctx, { id }) => {
    // Of two who ask at once, the second finds the run of the first.
    await ctx.tx
      .$executeRaw`SELECT 1 FROM tag_rule WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    const rule = await ruleById(ctx, id);
    if (rule.status === "retired")
      throw conflict("This rule is retired. Make it active first.", { key: "ruleRetired" });
    const before = rule.lastRun;
    if (before?.status === "running") {
      if (ctx.now.getTime() - Date.parse(before.updatedAt) < givenUpAfterMs)
        throw conflict("This rule is being applied already.", { key: "ruleRunning" });
      await moveOn(ctx, before.id, { status: "stopped" });
    }
    const total = await ctx.tx.newsItem.count({ where: { workspaceId: ctx.workspaceId } });
    const batchId = await openBatch(ctx, sourceOf(id, rule.name));
    const runId = newId();
    await ctx.tx.tagRuleRun.create({
      data: {
        workspaceId: ctx.workspaceId,
        id: runId,
        ruleId: id,
        ruleVersion: rule.version,
        batchId,
        total,
        startedBy: ctx.actor.name,
        startedAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    ctx.audit({ entity: "rule", entityId: id, label: rule.name, changes: { applied: [null, total] } });
    ctx.emit("rule.applied", { runId });
    return ruleById(ctx, id);
  },
});

export const runStep = command({
  name: "rule.runStep",
  summary: "Put a rule that is being applied to the next items",
  allow: "tag:write",
  input: RuleId,
  output: RunStep,
  run: async (ctx, { id }) => {
    ctx.unaudited();
    await ctx.tx
      .$executeRaw`SELECT 1 FROM tag_rule_run WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    const run = await ctx.tx.tagRuleRun.findUnique({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    });
    if (!run) throw notFound("run of a rule");
    if (run.status !== "running") return { goesOn: false };
    const rule = await ruleById(ctx, run.ruleId);
    if (rule.version !== run.ruleVersion || rule.lastRun?.undone) {
      await moveOn(ctx, id, { status: "stopped" });
      return { goesOn: false };
    }
    const place =
      run.afterTime && run.afterId ? { time: run.afterTime.toISOString(), id: run.afterId } : null;
    const items = await ruleItems(ctx, { after: place, limit: piece });
    const rules = await readyRules(ctx, { thesisId: rule.thesisId, also: rule.id });
    const changes = (await changesOf(ctx, rules, items, rule.id)).get(rule.id) ?? [];
    const source = sourceOf(rule.id, rule.name);
    const { put, removed } = await continueBatch(ctx, run.batchId, changes, source);
    const last = items.at(-1);
    const goesOn = items.length === piece;
    await moveOn(ctx, id, {
      status: goesOn ? "running" : "done",
      examined: run.examined + items.length,
      put: run.put + put,
      removed: run.removed + removed,
      ...(last ? { afterTime: last.publishedAt, afterId: last.id } : {}),
    });
    return { goesOn };
  },
});

type Progress = {
  status: "running" | "done" | "stopped";
  examined?: number;
  put?: number;
  removed?: number;
  afterTime?: string;
  afterId?: string;
};

async function moveOn(ctx: CommandContext, id: string, progress: Progress): Promise<void> {
  await ctx.tx.tagRuleRun.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    data: { ...progress, updatedAt: ctx.now },
  });
}
