import { z } from "zod";
import { dayIn } from "@/lib/calendar/days";
import type { Environment, Matcher } from "@/lib/filter/match";
import type { RefName } from "@/lib/filter/parse";
import { FilterError, type Problem, sentenceOf } from "@/lib/filter/problems";
import { StoredFilter } from "@/lib/filter/schema";
import type { Filter } from "@/lib/filter/tree";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { AppError } from "@/server/errors";
import type { QueryContext } from "@/server/operation";
import type { ReadyRule } from "../domain/evaluate";
import { ruleMatcher } from "../domain/matching";
import { readRule } from "../domain/rule-text";

const StoredRule = z.object({
  id: z.string(),
  thesisId: z.string(),
  filter: StoredFilter,
  stance: z.string(),
  strength: z.number().int(),
});

/** The active rules, of one thesis or of all, in the order in which they speak: as they were written. `also`: one that is paused. */
export async function readyRules(
  ctx: QueryContext,
  { thesisId, also }: { thesisId?: string; also?: string } = {},
): Promise<ReadyRule[]> {
  const stored = await rows(
    ctx.tx,
    StoredRule,
    Prisma.sql`
      SELECT r.id, r.thesis_id AS "thesisId", r.filter, r.stance::text, r.strength
      FROM tag_rule AS r
      JOIN thesis AS t ON t.workspace_id = r.workspace_id AND t.id = r.thesis_id AND t.status = 'active'
      WHERE r.workspace_id = ${ctx.workspaceId}::uuid
        AND (r.status = 'active' ${also === undefined ? Prisma.empty : Prisma.sql`OR r.id = ${also}::uuid`})
        ${thesisId === undefined ? Prisma.empty : Prisma.sql`AND r.thesis_id = ${thesisId}::uuid`}
      ORDER BY r.created_at, r.id`,
  );
  const synonyms = await synonymsByThesis(ctx);
  return stored.map(({ filter, ...rule }) => ({
    ...rule,
    matcher: ruleMatcher(filter, environmentOf(ctx, synonyms.get(rule.thesisId))),
  }));
}

function environmentOf(ctx: QueryContext, synonyms: string[][] = []): Omit<Environment, "me"> {
  const { now, workspace } = ctx;
  return { today: dayIn(now, workspace.timeZone), timeZone: workspace.timeZone, synonyms };
}

const Sets = z.array(z.array(z.string()));

async function synonymsByThesis(ctx: QueryContext): Promise<Map<string, string[][]>> {
  const found = await ctx.tx.thesisSynonyms.findMany({ where: { workspaceId: ctx.workspaceId } });
  return new Map(found.map(({ thesisId, sets }) => [thesisId, Sets.parse(sets)]));
}

/** What a rule's text asks. INVALID names what is wrong and where: feeds and companies it names must be there. */
export async function checkedRule(ctx: QueryContext, expression: string): Promise<Filter> {
  try {
    const { filter, refs } = readRule(expression);
    for (const ref of refs) await mustExist(ctx, ref);
    return filter;
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    const { problem, at, near, values } = error;
    throw invalidAt(problem, sentenceOf(problem), at, near, values);
  }
}

/** The same, ready to be put to items. */
export async function checkedMatcher(
  ctx: QueryContext,
  thesisId: string,
  expression: string,
): Promise<{ filter: Filter; matcher: Matcher }> {
  const filter = await checkedRule(ctx, expression);
  const synonyms = (await synonymsByThesis(ctx)).get(thesisId);
  return { filter, matcher: ruleMatcher(filter, environmentOf(ctx, synonyms)) };
}

function invalidAt(
  problem: Problem | "unknownFeed" | "unknownCompany",
  says: string,
  at: number,
  near: string,
  instead: readonly string[] = [],
): AppError {
  const values = instead.join(", ");
  const sentence = `${says}, at character ${at + 1}${near && ` (${near})`}${values && `; try ${values}`}`;
  return new AppError("INVALID", `expression: ${sentence}`, {
    key: "ruleExpression",
    values: { problem, at: at + 1, near, values },
    fields: { expression: sentence },
  });
}

async function mustExist(ctx: QueryContext, { path, value, at }: RefName): Promise<void> {
  if (path === "feed" && !(await isThere(ctx, feedNamed(value)))) {
    const says = "names a feed that is not there; use its title, address or id";
    throw invalidAt("unknownFeed", says, at, value);
  }
  if (path === "company" && !(await isThere(ctx, companyNamed(value)))) {
    const says = "names a company that is not there; use one of its names or its id";
    throw invalidAt("unknownCompany", says, at, value);
  }
}

function feedNamed(value: string): Prisma.Sql {
  return Prisma.sql`feed AS f WHERE f.workspace_id = (SELECT current_workspace())
    AND lower(${value}) IN (lower(f.title), lower(f.url), f.id::text)`;
}

function companyNamed(value: string): Prisma.Sql {
  return Prisma.sql`company AS c, unnest(ARRAY[c.id::text, c.name_en, c.name_zh] || c.former_names || c.aliases) AS name
    WHERE c.workspace_id = (SELECT current_workspace()) AND lower(name) = lower(${value})`;
}

async function isThere(ctx: QueryContext, from: Prisma.Sql): Promise<boolean> {
  const found = await rows(
    ctx.tx,
    z.object({ one: z.number() }),
    Prisma.sql`SELECT 1 AS one FROM ${from} LIMIT 1`,
  );
  return found.length > 0;
}
