import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { asFeedProblem, problemSentence } from "@/server/documents/fetch-problems";
import type { Alias, Sql } from "@/server/record/record";
import { instantSql } from "@/server/sql/time";
import { feedStateSql, silentSql } from "../record";
import { Feed } from "../schema";

/** The columns of a feed that goes by `f`, as FeedRow reads them. */
export function feedColumns(f: Alias, now: Date): Sql {
  return Prisma.sql`
    ${f}.id, ${f}.url, ${f}.title, ${f}.site_url AS "siteUrl", ${f}.folder, ${f}.language, ${feedStateSql(f)} AS status,
    ${f}.last_error AS problem, ${f}.last_error_detail AS "problemDetail", ${f}.failure_count AS "failureCount",
    ${instantSql(Prisma.sql`${f}.next_check_at`)} AS "nextCheckAt",
    ${instantSql(Prisma.sql`${f}.last_checked_at`)} AS "lastCheckedAt",
    ${instantSql(Prisma.sql`${f}.last_success_at`)} AS "lastSuccessAt",
    ${instantSql(Prisma.sql`${f}.last_changed_at`)} AS "lastChangedAt",
    (SELECT count(*)::int FROM news_item AS n WHERE n.workspace_id = ${f}.workspace_id AND n.feed_id = ${f}.id
       AND n.published_at > ${now}::timestamptz - interval '30 days') AS "recentItems",
    ${instantSql(Prisma.sql`${f}.quiet_after`)} AS "quietAfter", ${silentSql(f, Prisma.sql`${now}::timestamptz`)} AS silent,
    ${instantSql(Prisma.sql`${f}.created_at`)} AS "createdAt", ${f}.version`;
}

export const FeedRow = Feed.omit({ lastError: true }).extend({ problem: z.string().nullable() });

/** The row with its reason in words. */
export function asFeed<Row extends z.infer<typeof FeedRow>>(row: Row) {
  const problem = row.problem === null ? null : asFeedProblem(row.problem);
  return {
    ...row,
    problem,
    lastError: problem === null ? null : problemSentence(problem, row.problemDetail),
  };
}
