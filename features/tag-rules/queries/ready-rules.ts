import { z } from "zod";
import { newsKinds } from "@/features/news/domain/kinds";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { AppError } from "@/server/errors";
import type { QueryContext } from "@/server/operation";
import { type Condition, ExpressionError } from "../domain/condition";
import type { ReadyRule } from "../domain/evaluate";
import { parseExpression } from "../domain/expression";
import { type Matcher, matcherOf } from "../domain/matching";
import { problemSentences } from "../domain/problem-sentences";

const StoredRule = z.object({
  id: z.string(),
  thesisId: z.string(),
  expression: z.string(),
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
      SELECT r.id, r.thesis_id AS "thesisId", r.expression, r.stance::text, r.strength
      FROM tag_rule AS r JOIN thesis AS t ON t.workspace_id = r.workspace_id AND t.id = r.thesis_id AND t.status = 'active'
      WHERE r.workspace_id = ${ctx.workspaceId}::uuid
        AND (r.status = 'active' ${also === undefined ? Prisma.empty : Prisma.sql`OR r.id = ${also}::uuid`})
        ${thesisId === undefined ? Prisma.empty : Prisma.sql`AND r.thesis_id = ${thesisId}::uuid`}
      ORDER BY r.created_at, r.id`,
  );
  const synonyms = await synonymsByThesis(ctx);
  return stored.map(({ expression, ...rule }) => ({
    ...rule,
    matcher: matcherOf(parseExpression(expression), synonyms.get(rule.thesisId) ?? []),
  }));
}

const Sets = z.array(z.array(z.string()));

async function synonymsByThesis(ctx: QueryContext): Promise<Map<string, string[][]>> {
  const found = await ctx.tx.thesisSynonyms.findMany({ where: { workspaceId: ctx.workspaceId } });
  return new Map(found.map(({ thesisId, sets }) => [thesisId, Sets.parse(sets)]));
}

/** A rule's text, checked and ready. INVALID names what is wrong and where: feeds and companies it names must be there. */
export async function checkedMatcher(
  ctx: QueryContext,
  thesisId: string,
  expression: string,
): Promise<Matcher> {
  try {
    const condition = parseExpression(expression);
    const matcher = matcherOf(condition, (await synonymsByThesis(ctx)).get(thesisId) ?? []);
    for (const fact of factsOf(condition)) await mustExist(ctx, fact);
    return matcher;
  } catch (error) {
    if (error instanceof ExpressionError) throw inWords(error);
    throw error;
  }
}

function inWords({ problem, at, near }: ExpressionError): AppError {
  const where = `at character ${at + 1}${near === "" ? "" : ` (${near})`}`;
  const sentence = `${problemSentences[problem]}, ${where}`;
  return new AppError("INVALID", `expression: ${sentence}`, {
    key: "ruleExpression",
    values: { problem, at: at + 1, near },
    fields: { expression: sentence },
  });
}

type FactCondition = Extract<Condition, { kind: "fact" }>;

function factsOf(condition: Condition): FactCondition[] {
  if (condition.kind === "fact") return [condition];
  if (condition.kind === "not") return factsOf(condition.part);
  return "parts" in condition ? condition.parts.flatMap(factsOf) : [];
}

async function mustExist(ctx: QueryContext, { fact, value, at }: FactCondition): Promise<void> {
  if (fact === "kind" && !newsKinds.some((kind) => kind === value.toLowerCase()))
    throw new ExpressionError("unknownKind", at, value);
  if (fact === "feed" && !(await isThere(ctx, feedNamed(value))))
    throw new ExpressionError("unknownFeed", at, value);
  if (fact === "company" && !(await isThere(ctx, companyNamed(value))))
    throw new ExpressionError("unknownCompany", at, value);
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
