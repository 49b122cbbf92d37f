import { z } from "zod";
import { thesisOf } from "@/features/theses/queries";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { instantSql } from "@/server/sql/time";
import { ruleText } from "../domain/rule-text";
import { warningsOf } from "../domain/warnings";
import { GetSynonyms, ListRules, Rule, RuleId, RuleList, Synonyms } from "../schema";

const lastRun = Prisma.sql`(
  SELECT json_build_object('id', u.id, 'ruleId', u.subject_id, 'batchId', b.id, 'undone', b.undone_at IS NOT NULL,
    'status', CASE WHEN u.state IN ('queued', 'running') THEN 'running' WHEN u.state = 'done' THEN 'done'
                   ELSE 'stopped' END,
    'total', u.total, 'examined', u.done, 'put', u.result -> 'put', 'removed', u.result -> 'removed',
    'startedBy', u.started_by, 'startedAt', ${instantSql(Prisma.sql`u.created_at`)},
    'updatedAt', ${instantSql(Prisma.sql`u.updated_at`)})
  FROM job_run AS u
  JOIN tag_batch AS b ON b.workspace_id = u.workspace_id AND b.id = (u.input ->> 'batchId')::uuid
  WHERE u.workspace_id = r.workspace_id AND u.kind = 'rule.apply' AND u.subject_id = r.id
  ORDER BY u.created_at DESC LIMIT 1)`;

async function readRules(ctx: QueryContext, where: Prisma.Sql): Promise<Rule[]> {
  const found = await rows(
    ctx.tx,
    Rule.omit({ warnings: true }),
    Prisma.sql`
      SELECT r.id, r.name, t.slug AS thesis, t.id AS "thesisId", r.expression, r.filter, r.stance, r.strength, r.status, r.version,
             coalesce(c.tagged, 0) AS tagged, r.created_by AS "createdBy", ${instantSql(Prisma.sql`r.created_at`)} AS "createdAt",
             ${instantSql(Prisma.sql`r.updated_at`)} AS "updatedAt", ${lastRun} AS "lastRun"
      FROM tag_rule AS r JOIN thesis AS t ON t.workspace_id = r.workspace_id AND t.id = r.thesis_id
      LEFT JOIN (SELECT n.source_id, count(*)::int AS tagged FROM news_tag AS n
                 WHERE n.workspace_id = (SELECT current_workspace()) AND n.superseded_at IS NULL AND n.origin = 'rule'
                 GROUP BY 1) AS c ON c.source_id = r.id
      WHERE r.workspace_id = ${ctx.workspaceId}::uuid AND ${where}
      ORDER BY t.position, t.slug, r.created_at, r.id LIMIT 1000`,
  );
  return found.map((rule) => ({
    ...rule,
    expression: ruleText(rule.expression, rule.filter),
    warnings: warningsOf(rule.filter),
  }));
}

export const listRules = query({
  name: "rule.list",
  summary:
    "Rules that tag news, by thesis, in the order in which they speak; retired ones only when asked for",
  allow: "thesis:read",
  http: { method: "GET", path: "/rules" },
  input: ListRules,
  output: RuleList,
  run: async (ctx, { thesis, status }) => {
    const of = thesis
      ? Prisma.sql`r.thesis_id = ${(await thesisOf(ctx, thesis)).id}::uuid`
      : Prisma.sql`true`;
    const which = status
      ? Prisma.sql`r.status = ${status}::"TagRuleStatus"`
      : Prisma.sql`r.status <> 'retired'`;
    return { data: await readRules(ctx, Prisma.sql`${of} AND ${which}`), nextCursor: null };
  },
});

export const getRule = query({
  name: "rule.get",
  summary: "One rule, with its last run over what is stored",
  allow: "thesis:read",
  http: { method: "GET", path: "/rules/{id}" },
  input: RuleId,
  output: Rule,
  run: (ctx, { id }) => ruleById(ctx, id),
});

export async function ruleById(ctx: QueryContext, id: string): Promise<Rule> {
  const [rule] = await readRules(ctx, Prisma.sql`r.id = ${id}::uuid`);
  if (!rule) throw notFound("rule");
  return rule;
}

export const getSynonyms = query({
  name: "rule.synonyms",
  summary: "Words that stand for each other in the rules of a thesis",
  allow: "thesis:read",
  http: { method: "GET", path: "/theses/{id}/synonyms" },
  input: GetSynonyms,
  output: Synonyms,
  run: (ctx, { id }) => synonymsOf(ctx, id),
});

const Sets = z.array(z.array(z.string()));

/** Those of a thesis, named by id or slug. */
export async function synonymsOf(ctx: QueryContext, ref: string): Promise<Synonyms & { thesisId: string }> {
  const { id: thesisId, slug } = await thesisOf(ctx, ref);
  const found = await ctx.tx.thesisSynonyms.findUnique({
    where: { workspaceId_thesisId: { workspaceId: ctx.workspaceId, thesisId } },
  });
  return { thesis: slug, thesisId, sets: Sets.parse(found?.sets ?? []), version: found?.version ?? 0 };
}
