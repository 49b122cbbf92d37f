import { openBatch } from "@/features/tags/commands/batches";
import { conflict } from "@/server/errors";
import { openRun, startRun } from "@/server/jobs/runs/start-run";
import { command } from "@/server/operation";
import { applyRuleRun } from "../jobs/apply";
import { ruleById } from "../queries/rules";
import { Rule, RuleId } from "../schema";
import { sourceOf } from "./tag-by-rules";

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
    if (await openRun(ctx, applyRuleRun, id))
      throw conflict("This rule is being applied already.", { key: "ruleRunning" });
    const total = await ctx.tx.newsItem.count({ where: { workspaceId: ctx.workspaceId } });
    const batchId = await openBatch(ctx, sourceOf(id, rule.name));
    await startRun(ctx, applyRuleRun, {
      subjectId: id,
      label: rule.name,
      input: { ruleVersion: rule.version, batchId },
      total,
    });
    ctx.audit({ entity: "rule", entityId: id, label: rule.name, changes: { applied: [null, total] } });
    return ruleById(ctx, id);
  },
});
