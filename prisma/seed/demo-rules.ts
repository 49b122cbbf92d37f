import { readRule } from "@/features/tag-rules/domain/rule-text";
import { newId } from "@/server/ids";
import type { DemoRules } from "./demo/schema";
import { idIn, type ThesisIds } from "./demo-theses";
import type { Owner } from "./owner";

/** The rules and synonyms the product ships with. They tag what arrives; the demo's own news was tagged by hand. */
export async function seedRules(
  tx: Owner,
  workspaceId: string,
  { rules, synonyms }: DemoRules,
  theses: ThesisIds,
): Promise<void> {
  const began = Date.now();
  await tx.tagRule.createMany({
    data: rules.map(({ thesis, ...rule }, place) => ({
      ...rule,
      filter: readRule(rule.expression).filter,
      workspaceId,
      id: newId(),
      thesisId: idIn(theses, thesis),
      stance: "neutral" as const,
      strength: 1,
      createdBy: "Throughline",
      // Rules speak in the order in which they were written.
      createdAt: new Date(began + place),
    })),
  });
  await tx.thesisSynonyms.createMany({
    data: Object.entries(synonyms).map(([thesis, sets]) => ({
      workspaceId,
      thesisId: idIn(theses, thesis),
      sets,
      updatedAt: new Date(began),
    })),
  });
}
