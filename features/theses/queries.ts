import { z } from "zod";
import { records } from "@/features/records";
import { sentenceOf } from "@/lib/filter/problems";
import { wholeNumber } from "@/lib/schema/numbers";
import { Ref } from "@/lib/schema/shapes";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { AppError, invalid, notFound } from "@/server/errors";
import { isUuid } from "@/server/ids";
import { type QueryContext, query } from "@/server/operation";
import { list } from "@/server/record/list";
import { bilingualSql, personSql } from "@/server/sql/json";
import { instantSql } from "@/server/sql/time";
import { membersSql } from "./record";
import {
  Claim,
  Facet,
  FacetList,
  GetThesis,
  Thesis,
  ThesisCounts,
  ThesisDetail,
  ThesisVersion,
} from "./schema";

const Named = z.object({ id: z.string(), slug: z.string(), nameEn: z.string(), nameZh: z.string() });
type Named = z.infer<typeof Named>;

/** The thesis of this id or slug; null where this workspace has none. */
export async function findThesis(ctx: QueryContext, ref: string): Promise<Named | null> {
  return (await findTheses(ctx, [ref]))[0] ?? null;
}

/** The thesis of this id or slug. NOT_FOUND where this workspace has none. */
export async function thesisOf(ctx: QueryContext, ref: string): Promise<Named> {
  const found = await findThesis(ctx, ref);
  if (!found) throw notFound("thesis");
  return found;
}

/** Those of these theses (ids or slugs, in any mixture) that are there; asked in one question. */
function findTheses(ctx: QueryContext, refs: readonly string[]): Promise<Named[]> {
  return rows(
    ctx.tx,
    Named,
    Prisma.sql`SELECT id, slug, name_en AS "nameEn", name_zh AS "nameZh" FROM thesis
      WHERE workspace_id = ${ctx.workspaceId}::uuid
        AND (slug = ANY(${refs}) OR id = ANY(${refs.filter(isUuid)}::uuid[]))`,
  );
}

function isCalled(ref: string): (thesis: Named) => boolean {
  return ({ id, slug }) => id === ref.toLowerCase() || slug === ref;
}

/** Finds each of these theses (ids or slugs) by its reference. NOT_FOUND names the first unknown one. */
export async function thesesOf(
  ctx: QueryContext,
  refs: readonly string[],
): Promise<(ref: string) => { id: string; slug: string }> {
  const wanted = [...new Set(refs)];
  const theses = wanted.length === 0 ? [] : await findTheses(ctx, wanted);
  const find = (ref: string) => {
    const thesis = theses.find(isCalled(ref));
    if (thesis) return thesis;
    throw new AppError("NOT_FOUND", `There is no thesis "${ref}" in this workspace.`, {
      key: "notFound",
      values: { noun: "thesis" },
    });
  };
  for (const ref of wanted) find(ref);
  return find;
}

/** The ids of the theses (ids or slugs) that something is asked of. INVALID names an unknown one, as lists do. */
export async function thesisIdsOf(ctx: QueryContext, refs: readonly string[]): Promise<string[]> {
  const theses = await findTheses(ctx, refs);
  const unknown = refs.find((ref) => !theses.some(isCalled(ref)));
  if (unknown !== undefined) throw invalid({ thesis: sentenceOf("unknownValue", unknown) });
  return [...new Set(refs.flatMap((ref) => theses.filter(isCalled(ref)).map(({ id }) => id)))];
}

/** Is a thesis another one or, at any remove, a part of it? */
export async function isPartOf(ctx: QueryContext, id: string, whole: string): Promise<boolean> {
  const found = await row(
    ctx.tx,
    z.object({ part: z.boolean() }),
    Prisma.sql`SELECT EXISTS (SELECT 1 FROM ${membersSql(ctx)} AS f
      WHERE f.root = ${whole}::uuid AND f.member = ${id}::uuid) AS part`,
  );
  return found?.part ?? false;
}

/** The columns of a Thesis, of one that goes by `t` and what `thesisJoins` adds to it. */
function thesisColumns(t: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    ${t}.id, ${t}.slug, f.slug AS facet, ${bilingualSql(t, "name")} AS name,
    ${bilingualSql(t, "statement")} AS statement, ${t}.status::text, ${t}.color,
    ${t}.keywords, ${t}.horizon, parent.slug AS parent,
    ${personSql("u")} AS owner, ${t}.position, ${t}.version,
    ${instantSql(Prisma.sql`${t}.updated_at`)} AS "updatedAt"`;
}

function thesisJoins(t: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    JOIN facet AS f ON f.workspace_id = ${t}.workspace_id AND f.id = ${t}.facet_id
    LEFT JOIN thesis AS parent ON parent.workspace_id = ${t}.workspace_id AND parent.id = ${t}.parent_id
    LEFT JOIN app_user AS u ON u.id = ${t}.owner_id`;
}

const t = Prisma.raw("t");

export const listTheses = list(records.theses, {
  name: "thesis.list",
  summary: "Theses: focus areas first, then elements and other facets",
  path: "/theses",
  asOf: true,
  row: Thesis,
  columns: thesisColumns,
  joins: thesisJoins,
  sort: "position",
  // A fund has some dozens; menus and charts take them all.
  limit: wholeNumber(1, 500).prefault(500),
});

export const getThesis = query({
  name: "thesis.get",
  summary: "One thesis with every wording it had and its claims",
  allow: "thesis:read",
  http: { method: "GET", path: "/theses/{id}" },
  asOf: true,
  input: GetThesis,
  output: ThesisDetail,
  run: async (ctx, { id }) => thesisDetail(ctx, (await thesisOf(ctx, id)).id),
});

/** The whole of one thesis of this workspace. */
export async function thesisDetail(ctx: QueryContext, id: string): Promise<z.infer<typeof ThesisDetail>> {
  const thesis = await row(
    ctx.tx,
    Thesis,
    Prisma.sql`SELECT ${thesisColumns(t)} FROM thesis AS t ${thesisJoins(t)} WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.id = ${id}::uuid`,
  );
  if (!thesis) throw notFound("thesis");
  return { ...thesis, versions: await versionsOf(ctx, id), claims: await claimsOf(ctx, id) };
}

function versionsOf(ctx: QueryContext, id: string) {
  return rows(
    ctx.tx,
    ThesisVersion,
    Prisma.sql`
      SELECT v.number, ${bilingualSql("v", "name")} AS name,
             ${bilingualSql("v", "statement")} AS statement, v.keywords, v.note,
             to_char(v.valid_from, 'YYYY-MM-DD') AS "validFrom", ${instantSql(Prisma.sql`v.recorded_at`)} AS "recordedAt", u.name AS "recordedBy"
      FROM thesis_version AS v LEFT JOIN app_user AS u ON u.id = v.recorded_by_id
      WHERE v.workspace_id = ${ctx.workspaceId}::uuid AND v.thesis_id = ${id}::uuid ORDER BY v.number DESC LIMIT 200`,
  );
}

/** Claims under the thesis; those about all theses; and, for an element, those that concern it. */
function claimsOf(ctx: QueryContext, id: string) {
  return rows(
    ctx.tx,
    Claim,
    Prisma.sql`
      SELECT c.id, c.number, ${bilingualSql("c", "statement")} AS statement,
             ${bilingualSql("c", "indicator")} AS indicator,
             ${bilingualSql("c", "resolution_rule")} AS "resolutionRule",
             CASE WHEN c.hedge_en IS NOT NULL THEN ${bilingualSql("c", "hedge")} END AS hedge,
             ${bilingualSql("c", "source")} AS source, to_char(c.deadline, 'YYYY-MM-DD') AS deadline,
             c.rule_written_after_window AS "ruleWrittenAfterWindow",
             coalesce((SELECT json_agg(json_build_object('slug', e.slug, 'name', ${bilingualSql("e", "name")})
                                       ORDER BY e.position, e.slug)
                       FROM claim_element AS ce JOIN thesis AS e ON e.workspace_id = ce.workspace_id AND e.id = ce.thesis_id
                       WHERE ce.workspace_id = c.workspace_id AND ce.claim_id = c.id), '[]') AS elements
      FROM claim AS c JOIN thesis AS t ON t.workspace_id = c.workspace_id AND t.id = ${id}::uuid
      JOIN facet AS f ON f.workspace_id = t.workspace_id AND f.id = t.facet_id
      WHERE c.workspace_id = ${ctx.workspaceId}::uuid
        AND (c.thesis_id = t.id OR (c.thesis_id IS NULL AND f.slug = 'focus')
             OR EXISTS (SELECT 1 FROM claim_element AS ce WHERE ce.workspace_id = c.workspace_id AND ce.claim_id = c.id AND ce.thesis_id = t.id))
      ORDER BY c.position, c.number LIMIT 200`,
  );
}

export const thesisCounts = query({
  name: "thesis.counts",
  summary: "How many news items, companies and deals carry each thesis or a part of it",
  allow: "thesis:read",
  asOf: true,
  input: z.object({ thesis: Ref.optional() }).strict(),
  output: z.object({ data: z.array(ThesisCounts) }),
  run: async (ctx, { thesis }) => {
    const one = thesis === undefined ? null : (await thesisOf(ctx, thesis)).id;
    return { data: await rows(ctx.tx, ThesisCounts, countsSql(ctx, one)) };
  },
});

/**
 * What carries several theses of a family counts once. News of a thesis without parts come from the rollup, which holds a row
 * per day and not per item.
 */
function countsSql(ctx: QueryContext, thesisId: string | null): Prisma.Sql {
  const tagged = (table: "news_tag" | "company_tag" | "deal_tag") =>
    Prisma.sql`(SELECT count(DISTINCT g.subject_id)::int FROM family AS f
      JOIN ${Prisma.raw(table)} AS g ON g.workspace_id = t.workspace_id AND g.thesis_id = f.member
      WHERE f.root = t.id AND g.superseded_at IS NULL)`;
  return Prisma.sql`
    WITH family AS MATERIALIZED (SELECT root, member, depth FROM ${membersSql(ctx)} AS m)
    SELECT t.id AS "thesisId", ${tagged("company_tag")} AS companies, ${tagged("deal_tag")} AS deals,
           CASE WHEN EXISTS (SELECT 1 FROM family AS f WHERE f.root = t.id AND f.depth > 0)
                THEN ${tagged("news_tag")}
                ELSE coalesce((SELECT sum(r.for_count + r.against_count + r.neutral_count)::int FROM signal_seen AS r
                               WHERE r.workspace_id = t.workspace_id AND r.thesis_id = t.id), 0) END AS news
    FROM thesis AS t WHERE t.workspace_id = ${ctx.workspaceId}::uuid
      ${thesisId === null ? Prisma.empty : Prisma.sql`AND t.id = ${thesisId}::uuid`}
    ORDER BY t.position, t.slug LIMIT 500`;
}

export const listFacets = query({
  name: "facet.list",
  summary: "The ways this workspace sorts evidence",
  allow: "thesis:read",
  http: { method: "GET", path: "/facets" },
  asOf: true,
  input: z.object({}).strict(),
  output: FacetList,
  run: async (ctx) => ({
    data: await rows(
      ctx.tx,
      Facet,
      Prisma.sql`SELECT id, slug, json_build_object('en', name_en, 'zh', name_zh) AS name, position FROM facet
        WHERE workspace_id = ${ctx.workspaceId}::uuid ORDER BY position, slug LIMIT 100`,
    ),
    nextCursor: null,
  }),
});
