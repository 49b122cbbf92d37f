import { z } from "zod";
import { thesisIdsOf } from "@/features/theses/queries";
import { membersSql } from "@/features/theses/record";
import { bucketStart, bucketsBetween, countBuckets, isComplete, type Range } from "@/lib/calendar/buckets";
import { dayIn } from "@/lib/calendar/days";
import { Day, listOf, Ref } from "@/lib/schema/shapes";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { invalid } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { rangeOf, recentWeeks } from "../domain";
import { type Bucket, type Counting, RecentSignals, Signals, SignalsInput } from "../schema";
import { countingSql } from "./counting";
import type { Member } from "./tagged";

const maxBuckets = 800;
/** The days of the first and the latest item, and the one by which 19 of 20 items had been published. */
const Extent = z.object({ first: Day.nullable(), last: Day.nullable(), bulk: Day.nullable() });

export const signals = query({
  name: "trend.signals",
  summary:
    "Signals per thesis by day, week or month: counts or share of all coverage, split by stance; of items, stories or sources",
  allow: "trend:read",
  http: { method: "GET", path: "/trends" },
  asOf: true,
  input: SignalsInput,
  output: Signals,
  run: (ctx, input) => signalsOf(ctx, input),
});

/**
 * Items tagged with each thesis or a part of it per bucket: an item counts once per thesis, on the day it was published in the workspace's
 * zone; a story on that of its earliest item with the thesis; a source once per bucket. Items are read from the rollups that
 * every write keeps up. INVALID for a range that runs backwards or has too many buckets.
 */
export async function signalsOf(ctx: QueryContext, input: z.output<typeof SignalsInput>): Promise<Signals> {
  const { bucket, counting, measure, thesis } = input;
  const today = dayIn(ctx.now, ctx.workspace.timeZone);
  const range = rangeOf(input, today);
  if (range.to <= range.from) throw invalid({ to: "must be a later day than from" });
  if (countBuckets(bucket, range.from, range.to) > maxBuckets) {
    throw invalid({
      from: `makes more than ${maxBuckets} ${bucket}s; choose a shorter range or a longer bucket`,
    });
  }
  const ids = thesis === undefined || thesis.length === 0 ? null : await thesisIdsOf(ctx, thesis);
  const calendar = bucketsBetween(bucket, range.from, range.to).map((one) => ({
    ...one,
    complete: isComplete(one, range, today),
  }));
  const counted = await count(ctx, { bucket, counting, range, ids });
  const coverage = fill(calendar.length, counted.coverage);
  const data = counted.theses.map(({ id, slug, counts }) => {
    const placeOf = new Map(counts.at.map((bucketAt, place) => [bucketAt, place]));
    const buckets = calendar.map((one, at) => {
      const place = placeOf.get(at) ?? -1;
      const [pro, against, neutral] = [counts.f[place] ?? 0, counts.a[place] ?? 0, counts.n[place] ?? 0];
      const total = counts.total[place] ?? 0;
      const all = coverage[at] ?? 0;
      const value = measure === "count" ? total : all === 0 ? 0 : total / all;
      return {
        start: one.start,
        end: one.end,
        value,
        for: pro,
        against,
        neutral,
        coverage: all,
        complete: one.complete,
      };
    });
    return { thesis: slug, thesisId: id, buckets };
  });
  return { timeZone: ctx.workspace.timeZone, bucket, counting, measure, ...range, data };
}

function fill(length: number, counts: [number, number][]): number[] {
  const filled = new Array<number>(length).fill(0);
  for (const [at, items] of counts) filled[at] = items;
  return filled;
}

/** Columns of one table: bucket number, for, against, neutral, all of them. Buckets without items are left out. */
const StanceColumns = z.custom<Record<"at" | "f" | "a" | "n" | "total", number[]>>();
const Counts = z.object({
  coverage: z.array(z.custom<[number, number]>()),
  theses: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      counts: StanceColumns,
    }),
  ),
});

/**
 * One statement, one row: counts as columns of numbers, since thousands of rows cost more to carry than to count. `ids` null
 * means every active focus area.
 */
async function count(
  ctx: QueryContext,
  {
    bucket,
    counting,
    range,
    ids,
  }: { bucket: Bucket; counting: Counting; range: Range; ids: string[] | null },
) {
  const workspace = Prisma.sql`${ctx.workspaceId}::uuid`;
  const which = ids
    ? Prisma.sql`t.id = ANY(${ids}::uuid[])`
    : Prisma.sql`t.status = 'active' AND t.facet_id = (SELECT f.id FROM facet AS f WHERE f.workspace_id = ${workspace} AND f.slug = 'focus')`;
  const theses = Prisma.sql`SELECT t.id FROM thesis AS t WHERE t.workspace_id = ${workspace} AND ${which}`;
  const { signal, cover } = countingSql(counting, {
    workspaceId: ctx.workspaceId,
    timeZone: ctx.workspace.timeZone,
    range,
    theses,
    members: await membersOf(ctx, theses),
    at: bucketNumber(bucket, bucketStart(bucket, range.from)),
  });
  const found = await row(
    ctx.tx,
    z.object({ counted: Counts }),
    Prisma.sql`
      WITH signal AS (${signal}),
      per_thesis AS (SELECT thesis_id, json_build_object('at', array_agg(at), 'f', array_agg(f), 'a', array_agg(a), 'n', array_agg(n),
                       'total', array_agg(total)) AS counts
                     FROM signal GROUP BY 1),
      cover AS (${cover})
      SELECT json_build_object(
        'coverage', coalesce((SELECT json_agg(json_build_array(at, items)) FROM cover), '[]'),
        'theses', coalesce((SELECT json_agg(json_build_object('id', t.id, 'slug', t.slug, 'counts', coalesce(p.counts, '{"at":[],"f":[],"a":[],"n":[],"total":[]}')) ORDER BY t.position, t.slug)
                            FROM thesis AS t LEFT JOIN per_thesis AS p ON p.thesis_id = t.id
                            WHERE t.workspace_id = ${workspace} AND ${which}), '[]')) AS counted`,
  );
  return found?.counted ?? { coverage: [], theses: [] };
}

/** Of those of the theses that have parts, all that count for them. */
function membersOf(ctx: QueryContext, theses: Prisma.Sql): Promise<Member[]> {
  return rows(
    ctx.tx,
    z.object({ root: z.string(), member: z.string(), depth: z.number().int() }),
    Prisma.sql`
      SELECT f.root, f.member, f.depth FROM ${membersSql(ctx)} AS f
      WHERE f.root IN (${theses}) AND EXISTS (
        SELECT 1 FROM thesis AS part WHERE part.workspace_id = ${ctx.workspaceId}::uuid AND part.parent_id = f.root)
      ORDER BY f.root, f.depth, f.member`,
  );
}

/** SQL: which bucket, counted from the one that starts on `first`, the day `r.day` falls into. */
function bucketNumber(bucket: Bucket, first: string): Prisma.Sql {
  if (bucket === "day") return Prisma.sql`(r.day - ${first}::date)`;
  if (bucket === "week") return Prisma.sql`(r.day - ${first}::date) / 7`;
  return Prisma.sql`((extract(year FROM r.day) - extract(year FROM ${first}::date)) * 12 + extract(month FROM r.day) - extract(month FROM ${first}::date))::int`;
}

/** First day that has items and the last one up to today, or nulls: where a chart without a range should look. */
export const extent = query({
  name: "trend.extent",
  summary: "The first day on which anything was published and the last one so far",
  allow: "trend:read",
  http: { method: "GET", path: "/trends/extent" },
  asOf: true,
  input: z.object({}).strict(),
  output: Extent,
  run: (ctx) => extentOf(ctx),
});

/** Some sources date their items in the future: a chart that ended there would show nothing else. */
async function extentOf(ctx: QueryContext): Promise<z.infer<typeof Extent>> {
  const today = dayIn(ctx.now, ctx.workspace.timeZone);
  const found = await row(
    ctx.tx,
    Extent,
    Prisma.sql`
      WITH c AS (SELECT day, sum(item_count) OVER (ORDER BY day) AS so_far, sum(item_count) OVER () AS total FROM coverage_day
                 WHERE workspace_id = ${ctx.workspaceId}::uuid AND item_count > 0 AND day <= ${today}::date)
      SELECT to_char(min(day), 'YYYY-MM-DD') AS first, to_char(max(day), 'YYYY-MM-DD') AS last,
             to_char(min(day) FILTER (WHERE so_far >= 0.95 * total), 'YYYY-MM-DD') AS bulk
      FROM c`,
  );
  return found ?? { first: null, last: null, bulk: null };
}

export const recentSignals = query({
  name: "trend.recent",
  summary: "Twelve weeks per thesis: the last ones, or those up to the latest item",
  allow: "trend:read",
  http: { method: "GET", path: "/trends/recent" },
  asOf: true,
  input: z.object({ thesis: listOf(Ref).optional() }).strict(),
  output: RecentSignals,
  run: (ctx, { thesis }) => recentSignalsOf(ctx, thesis),
});

/** See RecentSignals; `thesis`: ids or slugs, every active focus area unless told. */
export async function recentSignalsOf(ctx: QueryContext, thesis?: string[]): Promise<RecentSignals> {
  const today = dayIn(ctx.now, ctx.workspace.timeZone);
  const days = await extentOf(ctx);
  const { movedTo, ...range } = recentWeeks(12, days, today);
  const found = await signalsOf(ctx, {
    bucket: "week",
    counting: "items",
    measure: "count",
    thesis,
    ...range,
  });
  return { ...found, latestDay: movedTo ?? days.last, past: movedTo !== null };
}
