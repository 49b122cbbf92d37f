import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { keysetPage, newestFirst } from "@/server/record/keyset-page";
import { instantSql } from "@/server/sql/time";
import { disagrees, figuresOf } from "../domain/figures";
import { ById, type Figures, ListRounds, ReadTag, Round, RoundDetail, RoundPage } from "../schema";
import { comparable, firstReaderSql, firstReadingSql, secondReadingSql } from "./readings";

/** The draw is hidden from whoever reads the round blind, by row-level security. */
const roundsSql = Prisma.sql`
  SELECT r.id, json_build_object('id', r.reader_id, 'name', r.reader_name) AS reader,
         json_build_object('id', r.drawn_by_id, 'name', r.drawn_by) AS "drawnBy",
         ${instantSql(Prisma.sql`r.drawn_at`)} AS "drawnAt", ${instantSql(Prisma.sql`r.closed_at`)} AS "closedAt",
         (SELECT count(*)::int FROM agreement_task AS k WHERE k.workspace_id = r.workspace_id AND k.round_id = r.id) AS items,
         (SELECT count(*)::int FROM agreement_task AS k WHERE k.workspace_id = r.workspace_id AND k.round_id = r.id AND k.read_at IS NOT NULL) AS read,
         CASE WHEN w.round_id IS NOT NULL THEN json_build_object('seed', w.seed, 'size', w.size, 'thesis', th.slug,
           'from', to_char(w.from_day, 'YYYY-MM-DD'), 'to', to_char(w.to_day, 'YYYY-MM-DD')) END AS draw
  FROM agreement_round AS r
  LEFT JOIN agreement_draw AS w ON w.workspace_id = r.workspace_id AND w.round_id = r.id
  LEFT JOIN thesis AS th ON th.workspace_id = w.workspace_id AND th.id = w.thesis_id`;

const newest = newestFirst<Round>(Prisma.sql`r.drawn_at`, Prisma.sql`r.id`, ({ drawnAt }) => drawnAt);

export const listRounds = query({
  name: "agreement.rounds",
  summary: "Rounds of blind second reading, newest first",
  allow: "news:read",
  http: { method: "GET", path: "/agreement/rounds" },
  input: ListRounds,
  output: RoundPage,
  run: (ctx, paging) =>
    keysetPage(
      ctx,
      Round,
      Prisma.sql`${roundsSql} WHERE r.workspace_id = ${ctx.workspaceId}::uuid`,
      newest,
      paging,
    ),
});

/** The round, or NOT_FOUND. */
export async function roundById(ctx: QueryContext, id: string): Promise<Round> {
  const found = await row(
    ctx.tx,
    Round,
    Prisma.sql`${roundsSql} WHERE r.workspace_id = ${ctx.workspaceId}::uuid AND r.id = ${id}::uuid`,
  );
  if (!found) throw notFound("round");
  return found;
}

export const getRound = query({
  name: "agreement.round",
  summary: "A round and, once it is closed, how far its readings agree",
  allow: "news:read",
  http: { method: "GET", path: "/agreement/rounds/{id}" },
  input: ById,
  output: RoundDetail,
  run: async (ctx, { id }) => {
    const round = await roundById(ctx, id);
    return { ...round, figures: round.closedAt === null ? null : await figures(ctx, id) };
  },
});

const PairRow = z.object({
  first: z.array(ReadTag),
  second: z.array(ReadTag),
  reader: z.object({ id: z.string(), name: z.string() }),
  settled: z.boolean(),
});

async function figures(ctx: QueryContext, roundId: string): Promise<Figures> {
  const found = await rows(
    ctx.tx,
    PairRow,
    Prisma.sql`
      SELECT ${firstReadingSql} AS first, ${secondReadingSql} AS second, ${firstReaderSql} AS reader, s.task_id IS NOT NULL AS settled
      FROM agreement_task AS k
      JOIN agreement_round AS r ON r.workspace_id = k.workspace_id AND r.id = k.round_id
      LEFT JOIN agreement_settlement AS s ON s.workspace_id = k.workspace_id AND s.task_id = k.id
      WHERE k.workspace_id = ${ctx.workspaceId}::uuid AND k.round_id = ${roundId}::uuid AND ${comparable} ORDER BY k.place`,
  );
  const slugs = new Map(
    found.flatMap(({ first, second }) => [...first, ...second]).map((tag) => [tag.thesisId, tag.thesis]),
  );
  const names = new Map(found.map(({ reader }) => [reader.id, reader.name]));
  const pairs = found.map(({ first, second, reader }) => ({
    firstId: reader.id,
    first: stances(first),
    second: stances(second),
  }));
  // The round's own id starts the draws: the same figures for everybody, however often they are asked for.
  const { theses, pairs: byFirst, ...all } = figuresOf(pairs, roundId);
  return {
    ...all,
    items: pairs.length,
    disagreements: pairs.filter(disagrees).length,
    settled: found.filter(({ settled }) => settled).length,
    theses: theses.map((one) => ({ ...one, thesis: slugs.get(one.thesisId) ?? "" })),
    pairs: byFirst.map(({ firstId, ...one }) => ({
      ...one,
      first: { id: firstId, name: names.get(firstId) ?? "" },
    })),
  };
}

const stances = (tags: readonly ReadTag[]): Record<string, string> =>
  Object.fromEntries(tags.map(({ thesisId, stance }) => [thesisId, stance]));
