import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { records } from "@/features/records";
import { listMembers } from "@/features/workspaces/queries";
import { dayIn } from "@/lib/calendar/days";
import { type Environment, matcherOf } from "@/lib/filter/match";
import type { Filter } from "@/lib/filter/tree";
import type { Context } from "@/server/context";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { query } from "@/server/operation";
import { catalogueOf } from "@/server/record/catalogue";
import { compiler } from "@/server/record/compile-sql";
import { prepare } from "@/server/record/prepare";
import { freshWorkspace, type TestWorkspace } from "../database/workspace";
import { filterOf, type Known } from "./arbitrary";
import { makeData } from "./made-data";
import { type Data, store } from "./stored-data";
import { subjectsOf } from "./subjects";

/** All of it: FILTER_TREES=2000 FILTER_ITEMS=5000 npx vitest run --project db test/filter/compiled.db.test.ts */
const trees = Number(process.env.FILTER_TREES ?? 150);
const seed = Number(process.env.FILTER_SEED ?? 20240216);
/** Of each record. */
const items = Number(process.env.FILTER_ITEMS ?? 1000);

let fund: TestWorkspace;
let context: Context;
let subjects: ReturnType<typeof subjectsOf>;

const Named = z.object({ id: z.string(), slug: z.string(), kind: z.string(), pipelineId: z.string() });

/** The facets and stages a workspace begins with. */
const given = query({
  name: "test.given",
  summary: "For the test",
  allow: "workspace:read",
  input: z.object({}),
  output: z.unknown(),
  run: async (ctx) => ({
    facets: await rows(ctx.tx, Named.pick({ id: true, slug: true }), Prisma.sql`SELECT id, slug FROM facet`),
    stages: await rows(
      ctx.tx,
      Named,
      Prisma.sql`SELECT id, slug, kind::text, pipeline_id AS "pipelineId" FROM stage`,
    ),
  }),
});

/** What the compiled filter finds, and the filter with its names looked up. */
const compiled = (record: keyof typeof subjects, filter: Filter) =>
  query({
    name: "test.compiled",
    summary: "For the test",
    allow: "workspace:read",
    input: z.object({}),
    output: z.unknown(),
    run: async (ctx) => {
      const of = records[record];
      const { prepared, problems } = await prepare(ctx, of, filter);
      if (problems.length > 0) return { filter: null, ids: [], problems };
      const alias = Prisma.raw("x");
      const condition = compiler(ctx, of, prepared.find)(prepared.filter, alias);
      const found = await rows(
        ctx.tx,
        z.object({ id: z.string() }),
        Prisma.sql`SELECT x.id FROM ${of.table} AS x WHERE ${condition}`,
      );
      return { filter: prepared.filter, ids: found.map(({ id }) => id), problems };
    },
  });

beforeAll(async () => {
  fund = await freshWorkspace({ timeZone: "America/Santiago" });
  context = fund.as("owner");
  const roles = ["owner", "partner", "analyst"] as const;
  const people = (await listMembers(context, {})).data;
  // The query's output is not described: it is the test's own.
  const here = (await given(context, {})) as Pick<Data, "facets" | "stages">;
  const members = [fund.userOf("owner").id, ...roles.map((role) => fund.userOf(role).id)] as const;
  const made = makeData(
    seed,
    { ...here, members, now: context.now },
    { news: items, companies: items, deals: items },
  );
  await store(fund, made);
  subjects = subjectsOf(made, people);
}, 120_000);

const texts = [
  "sora",
  "SORA",
  "ｓｏｒａ",
  "robot",
  "模型",
  "i̇stanbul",
  "moe",
  "café",
  "CAFÉ",
  "sora robot",
  "Seed",
];
const known: Known = {
  q: ["sora", "robot", "quartz", "模型", "视频"],
  ...Object.fromEntries(
    [
      "title",
      "text",
      "author",
      "source",
      "name",
      "formerNames",
      "aliases",
      "description",
      "round",
      "lead",
      "coInvestor",
      "nextStep",
      "keyword",
      "slug",
    ].map((name) => [name, texts]),
  ),
  thesis: ["agents", "moe", "evals", "robots"],
  parent: ["agents", "evals"],
  facet: ["focus", "element"],
  owner: ["me", "The analyst"],
  by: ["me", "The partner"],
  feed: [`https://feed0.example/${seed}`, `https://feed3.example/${seed}`],
  company: ["company0.example", "company7.example", "sora"],
  stage: ["sourced", "closed"],
  pipeline: ["investments"],
  language: ["en", "zh-CN", "fr"],
  country: ["CN", "US", "DE"],
  currency: ["usd", "CNY"],
  folder: ["AI", "Chips"],
};

describe.each(["news", "companies", "deals"] as const)("any filter of %s", (record) => {
  it("finds in the database what it matches in memory", async () => {
    const catalogue = catalogueOf(records[record]);
    const environment: Environment = {
      today: dayIn(context.now, "America/Santiago"),
      timeZone: "America/Santiago",
      me: fund.userOf("owner").id,
    };
    let found = 0;
    await fc.assert(
      fc.asyncProperty(filterOf(catalogue, 3, known), async (filter) => {
        // As above.
        const answer = (await compiled(record, filter)(context, {})) as {
          filter: Filter | null;
          ids: string[];
          problems: unknown[];
        };
        expect(answer.problems).toEqual([]);
        if (answer.filter === null) return;
        const meets = matcherOf(answer.filter, catalogue, environment);
        const matched = subjects[record].filter(({ subject }) => meets(subject) !== null);
        const [bySql, inMemory] = [new Set(answer.ids), new Set(matched.map(({ id }) => id))];
        expect({
          onlyBySql: answer.ids.filter((id) => !inMemory.has(id)).length,
          onlyInMemory: matched.filter(({ id }) => !bySql.has(id)).length,
        }).toEqual({ onlyBySql: 0, onlyInMemory: 0 });
        if (matched.length > 0 && matched.length < subjects[record].length) found += 1;
      }),
      { numRuns: Math.ceil(trees / 3), seed },
    );
    // A test of filters that find nothing or everything would say little.
    expect(found).toBeGreaterThan(trees / 12);
  }, 600_000);
});
