import { type BatchSource, tagAsBatch } from "@/features/tags/commands/batches";
import type { TagChange } from "@/features/tags/commands/write-tags";
import { Stance } from "@/features/tags/schema";
import { type CommandContext, command } from "@/server/operation";
import { type ReadyRule, winnersOf } from "../domain/evaluate";
import { readyItem } from "../domain/matching";
import { outcomeOf } from "../domain/outcome";
import { readyRules } from "../queries/ready-rules";
import { pairOf, ruleItems, type StoredItem, standingTags } from "../queries/rule-items";
import { RuleWork, TagItems } from "../schema";

export const tagItems = command({
  name: "rule.tagItems",
  summary: "Put the active rules to items that came in or changed",
  allow: "tag:write",
  input: TagItems,
  output: RuleWork,
  run: async (ctx, { ids }) => {
    ctx.unaudited();
    const rules = await readyRules(ctx);
    const names = new Map(
      (
        await ctx.tx.tagRule.findMany({
          where: { workspaceId: ctx.workspaceId },
          select: { id: true, name: true },
        })
      ).map(({ id, name }) => [id, name]),
    );
    const items = rules.length === 0 ? [] : await ruleItems(ctx, { ids });
    const work = { put: 0, removed: 0 };
    for (const [ruleId, changes] of await changesOf(ctx, rules, items)) {
      const label = names.get(ruleId) ?? "";
      const { put, removed } = await tagAsBatch(ctx, changes, sourceOf(ruleId, label));
      work.put += put;
      work.removed += removed;
    }
    return work;
  },
});

/** Who says it: the rule, by its name. */
export function sourceOf(ruleId: string, name: string): BatchSource {
  return { origin: "rule", sourceId: ruleId, label: name, by: name };
}

/** What each of the rules changes on these items. With `only`, the changes of that rule alone; the others still speak before it. */
export async function changesOf(
  ctx: CommandContext,
  rules: readonly ReadyRule[],
  items: readonly StoredItem[],
  only?: string,
): Promise<Map<string, TagChange[]>> {
  const theses = [...new Set(rules.map(({ thesisId }) => thesisId))];
  const ids = items.map(({ id }) => id);
  const standing = await standingTags(ctx, ids, theses);
  const changes = new Map<string, TagChange[]>();
  for (const item of items) {
    const winners = winnersOf(readyItem(item), rules);
    for (const rule of rules.filter(({ id }) => only === undefined || id === only)) {
      const won = winners.get(rule.thesisId);
      const { current = null, settled = false } = standing.get(pairOf(item.id, rule.thesisId)) ?? {};
      const outcome = outcomeOf(rule, { winner: won?.rule ?? null, current, settled });
      const target = { subjectId: item.id, thesisId: rule.thesisId };
      const change: TagChange | null =
        outcome === "remove"
          ? { ...target, remove: true }
          : outcome === "tag" || outcome === "change"
            ? {
                ...target,
                stance: Stance.parse(rule.stance),
                strength: rule.strength,
                note: (won?.words ?? []).join(" · ") || null,
              }
            : null;
      if (change) changes.set(rule.id, [...(changes.get(rule.id) ?? []), change]);
    }
  }
  return changes;
}
