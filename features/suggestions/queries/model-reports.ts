import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import { bilingualSql } from "@/server/sql/json";
import { instantSql } from "@/server/sql/time";
import { ModelReport, ModelReports, Trained } from "../schema";
import { judgementsDue, judgementsSince } from "./training-due";
import { upliftOfSuggestions } from "./uplift";

export const modelReports = query({
  name: "suggestion.models",
  summary:
    "Per thesis and language, how well its model finds what people tag later, against a plain search for its keywords; and what suggestions do to people's tags",
  allow: "news:read",
  http: { method: "GET", path: "/suggestions/models" },
  input: z.object({}).strict(),
  output: ModelReports,
  run: async (ctx) => {
    const trainings = await latestTrainings(ctx);
    const newest = trainings[0];
    return {
      trainings,
      data: await reports(ctx, newest?.id ?? null),
      newJudgements: await judgementsSince(ctx, newest ? new Date(newest.trainedAt) : null),
      due: judgementsDue(newest?.examples ?? 0),
      uplift: await upliftOfSuggestions(ctx),
    };
  },
});

function latestTrainings(ctx: QueryContext) {
  return rows(
    ctx.tx,
    Trained,
    Prisma.sql`SELECT id, number, ${instantSql(Prisma.sql`trained_at`)} AS "trainedAt", actor_name AS by, examples
      FROM suggestion_training WHERE workspace_id = ${ctx.workspaceId}::uuid ORDER BY number DESC LIMIT 20`,
  );
}

function reports(ctx: QueryContext, trainingId: string | null) {
  const answers = (accepted: boolean) => Prisma.sql`
    (SELECT count(*)::int FROM suggestion_answer AS a WHERE a.workspace_id = th.workspace_id AND a.thesis_id = th.id AND a.accepted = ${accepted})`;
  return rows(
    ctx.tx,
    ModelReport,
    Prisma.sql`
      SELECT th.slug AS thesis, th.id AS "thesisId", ${bilingualSql("th", "name")} AS name,
             coalesce(m.keywords, th.keywords) AS keywords, m.id AS "modelId", m.threshold,
             coalesce(m.positives, 0) AS positives, coalesce(m.negatives, 0) AS negatives, coalesce(m.measured, '[]') AS measured,
             ${answers(true)} AS accepted, ${answers(false)} AS rejected
      FROM thesis AS th
      LEFT JOIN suggestion_model AS m ON m.workspace_id = th.workspace_id AND m.thesis_id = th.id AND m.training_id = ${trainingId}::uuid
      WHERE th.workspace_id = ${ctx.workspaceId}::uuid AND th.status = 'active' ORDER BY th.position, th.slug LIMIT 500`,
  );
}
