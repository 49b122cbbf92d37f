import { z } from "zod";
import { records } from "@/features/records";
import { Money, Ref } from "@/lib/schema/shapes";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import { askedFilter } from "@/server/record/asked-filter";
import { filterSchema } from "@/server/record/parameters";
import { Board, BoardCard, type Pipeline, StageCounts } from "../schema";
import { dealColumns, dealJoins } from "./columns";
import { pipelineOf } from "./pipelines";

/** The filters of the list of deals; `pipeline` is the one that is shown, the first unless told. */
const GetBoard = filterSchema(records.deals, { pipeline: Ref.optional() });

/** Cards shown per stage; the list has the rest. */
const cardsPerStage = 50;

export const dealBoard = query({
  name: "deal.board",
  summary: "A pipeline as a board: per stage how many deals, sums per currency, and the 50 changed last",
  allow: "deal:read",
  http: { method: "GET", path: "/pipelines/{pipeline}/board" },
  asOf: true,
  input: GetBoard,
  output: Board,
  run: async (ctx, { pipeline: ref, ...filters }) => {
    const pipeline = await pipelineOf(ctx, ref);
    const conditions = await conditionsOf(ctx, pipeline, filters);
    const totals = await stageTotals(ctx, conditions);
    const cards = await stageCards(ctx, pipeline.id, conditions);
    const columns = pipeline.stages.map((stage) => {
      const total = totals.find(({ stageId }) => stageId === stage.id);
      return {
        stage,
        count: total?.count ?? 0,
        amounts: total?.amounts ?? 0,
        sums: total?.sums ?? [],
        deals: cards.filter((card) => card.stage === stage.slug),
      };
    });
    return { pipeline, columns };
  },
});

/** SQL condition: a deal that goes by `d` stands in the pipeline and is found by the filter. */
async function conditionsOf(ctx: QueryContext, pipeline: Pipeline, filters: object): Promise<Prisma.Sql> {
  const { filter, compile } = await askedFilter(ctx, records.deals, { ...filters });
  return Prisma.sql`d.workspace_id = ${ctx.workspaceId}::uuid AND d.pipeline_id = ${pipeline.id}::uuid AND ${compile(filter, d)}`;
}

const d = Prisma.raw("d");
const TotalRow = z.object({
  stageId: z.uuid(),
  count: z.number().int(),
  amounts: z.number().int(),
  sums: z.array(Money),
});

/** Money is added up in the database, as decimals, apart for each currency. */
function stageTotals(ctx: QueryContext, conditions: Prisma.Sql) {
  return rows(
    ctx.tx,
    TotalRow,
    Prisma.sql`
      SELECT stage_id AS "stageId", sum(deals)::int AS count, sum(known)::int AS amounts,
             coalesce(json_agg(json_build_object('value', total::text, 'currency', currency) ORDER BY deals DESC, currency)
                      FILTER (WHERE total IS NOT NULL), '[]') AS sums
      FROM (SELECT d.stage_id, d.currency::text AS currency, count(*) AS deals, count(d.amount) AS known,
                   sum(d.amount) AS total
            FROM deal AS d WHERE ${conditions} GROUP BY 1, 2) AS by_currency
      GROUP BY stage_id`,
  );
}

function stageCards(ctx: QueryContext, pipelineId: string, conditions: Prisma.Sql) {
  return rows(
    ctx.tx,
    BoardCard,
    Prisma.sql`
      WITH d AS (
        SELECT d.* FROM stage AS st CROSS JOIN LATERAL (
          SELECT * FROM deal AS d WHERE ${conditions} AND d.stage_id = st.id ORDER BY d.updated_at DESC, d.id DESC LIMIT ${cardsPerStage}
        ) AS d WHERE st.workspace_id = ${ctx.workspaceId}::uuid AND st.pipeline_id = ${pipelineId}::uuid)
      SELECT ${dealColumns(d)} FROM d ${dealJoins(d)} ORDER BY d.updated_at DESC, d.id DESC`,
  );
}

const CountRow = StageCounts.shape.data.element;

export const dealsByStageAndThesis = query({
  name: "deal.byStageAndThesis",
  summary: "How many deals stand in each stage of a pipeline, in all and by thesis",
  allow: "deal:read",
  http: { method: "GET", path: "/pipelines/{pipeline}/theses" },
  asOf: true,
  input: GetBoard,
  output: StageCounts,
  run: async (ctx, { pipeline: ref, ...filters }) => {
    const pipeline = await pipelineOf(ctx, ref);
    const conditions = await conditionsOf(ctx, pipeline, filters);
    const totals = await stageTotals(ctx, conditions);
    const data = await rows(
      ctx.tx,
      CountRow,
      Prisma.sql`
        SELECT s.slug AS stage, th.slug AS thesis, count(*)::int AS count
        FROM deal AS d
        JOIN stage AS s ON s.workspace_id = d.workspace_id AND s.id = d.stage_id
        JOIN deal_tag AS t ON t.workspace_id = d.workspace_id AND t.subject_id = d.id AND t.superseded_at IS NULL
        JOIN thesis AS th ON th.workspace_id = t.workspace_id AND th.id = t.thesis_id
        WHERE ${conditions} GROUP BY s.position, s.slug, th.position, th.slug ORDER BY s.position, s.slug, th.position, th.slug`,
    );
    const stages = pipeline.stages.map((stage) => ({
      ...stage,
      count: totals.find((total) => total.stageId === stage.id)?.count ?? 0,
    }));
    return { pipeline: pipeline.slug, stages, data };
  },
});
