import { readFirstRule } from "@/features/tag-rules/domain/rule-text";
import { FilterError, sentenceOf } from "@/lib/filter/problems";
import type { Filter } from "@/lib/filter/tree";
import { Prisma } from "@/server/db/client";
import { ownerDb } from "@/server/db/owner";

/**
 * Gives rules that were stored as text alone the filter that the text asked, as it was understood then; runs after the migrations
 * and finds nothing to do the second time. Returns how many it read.
 */
export async function readFirstRules(databaseUrl: string): Promise<number> {
  const owner = ownerDb(databaseUrl);
  try {
    const rules = await owner.tagRule.findMany({ where: { filter: { equals: Prisma.DbNull } } });
    for (const { workspaceId, id, name, expression } of rules)
      await owner.tagRule.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { filter: read(expression, name) },
      });
    return rules.length;
  } finally {
    await owner.$disconnect();
  }
}

/** Every rule was read before it was saved; one that was written past the product may not be. */
function read(expression: string, name: string): Filter {
  try {
    return readFirstRule(expression);
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw new Error(
      `The rule "${name}" ${sentenceOf(error.problem, error.near)}. Mend its expression in tag_rule.`,
    );
  }
}
