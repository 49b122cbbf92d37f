import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { invalid, notFound } from "@/server/errors";
import { isUuid } from "@/server/ids";
import { type QueryContext, query } from "@/server/operation";
import { bilingualSql } from "@/server/sql/json";
import { Pipeline, PipelinePage, type Stage } from "../schema";

export const listPipelines = query({
  name: "pipeline.list",
  summary: "The workspace's pipelines in order, each with its stages",
  allow: "deal:read",
  http: { method: "GET", path: "/pipelines" },
  input: z.object({}).strict(),
  output: PipelinePage,
  run: async (ctx) => ({ data: await pipelines(ctx), nextCursor: null }),
});

/** All pipelines by position. A fund has a handful; 100 is the bound. */
export function pipelines(ctx: QueryContext): Promise<Pipeline[]> {
  return rows(
    ctx.tx,
    Pipeline,
    Prisma.sql`
      SELECT p.id, p.slug, ${bilingualSql("p", "name")} AS name, coalesce((
        SELECT json_agg(json_build_object('id', s.id, 'slug', s.slug, 'kind', s.kind, 'position', s.position,
                 'name', ${bilingualSql("s", "name")}) ORDER BY s.position, s.slug)
        FROM stage AS s WHERE s.workspace_id = p.workspace_id AND s.pipeline_id = p.id), '[]') AS stages
      FROM pipeline AS p WHERE p.workspace_id = ${ctx.workspaceId}::uuid ORDER BY p.position, p.slug LIMIT 100`,
  );
}

/** The pipeline called `ref` (slug or id), the first one when none is named. NOT_FOUND when there is none. */
export async function pipelineOf(ctx: QueryContext, ref?: string): Promise<Pipeline> {
  const all = await pipelines(ctx);
  const found =
    ref === undefined ? all[0] : all.find((one) => one.slug === ref || one.id === ref.toLowerCase());
  if (!found) throw notFound("pipeline");
  return found;
}

/**
 * The stage called `ref` (slug or id) and its pipeline: the one named or else the first, though an id finds its stage in
 * any. An unknown slug is INVALID and names the stages there are; an unknown id is NOT_FOUND.
 */
export async function stageOf(
  ctx: QueryContext,
  ref: string,
  pipelineRef?: string,
): Promise<{ pipeline: Pipeline; stage: Stage }> {
  if (pipelineRef === undefined && isUuid(ref)) {
    const all = await pipelines(ctx);
    const pipeline = all.find((one) => one.stages.some((stage) => stage.id === ref.toLowerCase()));
    if (pipeline) return { pipeline, stage: stageIn(pipeline, ref) };
    throw notFound("stage");
  }
  const pipeline = await pipelineOf(ctx, pipelineRef);
  return { pipeline, stage: stageIn(pipeline, ref) };
}

function stageIn(pipeline: Pipeline, ref: string): Stage {
  const found = pipeline.stages.find((stage) => stage.slug === ref || stage.id === ref.toLowerCase());
  if (found) return found;
  if (isUuid(ref)) throw notFound("stage");
  const known = pipeline.stages.map((stage) => stage.slug).join(", ");
  throw invalid({ stage: `"${ref}" is no stage of the pipeline ${pipeline.slug}. It has: ${known}.` });
}
