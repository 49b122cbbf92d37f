import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createNews } from "@/features/news/commands/news-items";
import { listRuns } from "@/features/runs/queries/runs";
import { untagNews } from "@/features/tags/commands/tags";
import { newsTagHistory } from "@/features/tags/queries/tags";
import { createThesis } from "@/features/theses/commands";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { query } from "@/server/operation";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { acceptSuggestion, rejectSuggestion } from "./commands/answers";
import { trainModels } from "./commands/train-models";
import { isHeldOut } from "./domain/held-out";
import { trainModelsJob } from "./jobs/said";
import { trainingRun } from "./jobs/train";
import { modelReports } from "./queries/model-reports";
import { suggestionsFor } from "./queries/suggestions";
import { heldOutSql } from "./queries/uplift";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");

beforeAll(async () => {
  workspace = await freshWorkspace();
  await createThesis(analyst(), {
    slug: "experts",
    name: "Experts",
    statement: "Experts",
    keywords: ["mixture of experts", "混合专家"],
  });
});

/** An item that shows suggestions, or one that does not: which is decided by its id, so some are made until one fits. */
async function item(
  title: string,
  { heldOut = false, ...given }: { heldOut?: boolean; language?: string } = {},
) {
  for (;;) {
    const { id } = await createNews(analyst(), { title, publishedAt: "2024-03-01", ...given });
    if (isHeldOut(id) === heldOut) return id;
  }
}
const suggested = async (id: string) => (await suggestionsFor(analyst(), { ids: [id] })).data;
const standing = async (id: string) =>
  (await newsTagHistory(analyst(), { id })).data.filter(({ supersededAt }) => supersededAt === null);

describe("before anything was learned", () => {
  it("suggests what the keywords find, in both languages, and says which", async () => {
    const en = await item("Sparse Mixtures-of-Experts and a mixture of experts");
    const zh = await item("国产混合专家模型开源", { language: "zh" });
    expect(await suggested(en)).toMatchObject([
      { newsId: en, thesis: "experts", probability: 0.5, words: ["mixture of expert"], modelId: null },
    ]);
    expect(await suggested(zh)).toMatchObject([{ thesis: "experts", words: ["混合专家"] }]);
    expect(await suggested(await item("Experts on mixtures"))).toEqual([]);
  });

  it("shows nothing on the items held out", async () => {
    expect(await suggested(await item("A mixture of experts", { heldOut: true }))).toEqual([]);
  });
});

describe("an answer", () => {
  it("accepted: is a tag of the model's with its confidence, in the person's name, once", async () => {
    const id = await item("Mixture of experts, accepted");
    expect(await acceptSuggestion(analyst(), { id, thesis: "experts" })).toMatchObject({ accepted: true });
    const { actor } = analyst();
    expect(await standing(id)).toMatchObject([
      { thesis: "experts", origin: "model", confidence: 0.5, by: actor.name },
    ]);
    expect(await suggested(id)).toEqual([]);
    await expect(acceptSuggestion(analyst(), { id, thesis: "experts" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("rejected: is remembered, and puts no tag", async () => {
    const id = await item("Mixture of experts, rejected");
    await rejectSuggestion(analyst(), { id, thesis: "experts" });
    expect(await suggested(id)).toEqual([]);
    expect(await standing(id)).toEqual([]);
  });

  it("a tag taken off is an answer too", async () => {
    const id = await item("Mixture of experts, taken off");
    await acceptSuggestion(analyst(), { id, thesis: "experts" });
    await untagNews(analyst(), { id, thesis: "experts" });
    expect(await suggested(id)).toEqual([]);
  });
});

it("holds out the same items in SQL as in the program, about one in ten", async () => {
  const ids = Array.from(
    { length: 2000 },
    (_, n) => `00000000-0000-7000-8000-${n.toString().padStart(12, "0")}`,
  );
  const askSql = query({
    name: "test.heldOut",
    summary: "The ids SQL holds out",
    allow: "news:read",
    input: z.object({}),
    output: z.object({ ids: z.array(z.string()) }),
    run: async (ctx) => {
      const found = await row(
        ctx.tx,
        z.object({ ids: z.array(z.string()) }),
        Prisma.sql`SELECT array_agg(id::text ORDER BY id) AS ids FROM unnest(${ids}::uuid[]) AS id WHERE ${heldOutSql(Prisma.sql`id`)}`,
      );
      return { ids: found?.ids ?? [] };
    },
  });
  const held = ids.filter(isHeldOut);
  expect((await askSql(analyst(), {})).ids).toEqual(held);
  expect(held.length).toBeGreaterThan(150);
  expect(held.length).toBeLessThan(250);
});

describe("a training", () => {
  let learned: TestWorkspace;
  const ask = () => learned.as("analyst");
  const days = Array.from({ length: 120 }, (_, n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString());

  beforeAll(async () => {
    learned = await freshWorkspace();
    for (const slug of ["chips", "trains"])
      await createThesis(ask(), { slug, name: slug, statement: slug, keywords: [slug] });
    // Every second item of either thesis names its keyword; the others are told by words the keywords do not know.
    for (const [n, publishedAt] of days.entries()) {
      const chips = n % 2 === 0;
      const keyword = n % 4 < 2;
      const title = chips
        ? `${keyword ? "Chips" : "Wafer"} foundry lithography report ${n}`
        : `${keyword ? "Trains" : "Railway"} station timetable report ${n}`;
      await createNews(ask(), { title, publishedAt, tags: [{ thesis: chips ? "chips" : "trains" }] });
    }
  });

  it("finds what the keywords miss, is measured on what came after, and is asked from then on", async () => {
    expect(await trainModels(ask(), {})).toMatchObject({ number: 1, examples: 120 });
    const { data, trainings, newJudgements, due } = await modelReports(ask(), {});
    expect(due).toBe(25);
    expect(trainings).toHaveLength(1);
    expect(newJudgements).toBe(0);
    const chips = data.find(({ thesis }) => thesis === "chips");
    expect(chips).toMatchObject({ positives: 60 });
    expect(chips?.measured).toMatchObject([
      {
        language: "en",
        state: "on",
        items: 60,
        positives: 30,
        model: { recall: { share: 1 }, precision: { share: 1 } },
        keywords: { recall: { share: 0.5 } },
      },
    ]);
    let id: string;
    do {
      id = (await createNews(ask(), { title: "New wafer lithography", publishedAt: "2024-06-01" })).id;
    } while (isHeldOut(id));
    const { data: found } = await suggestionsFor(ask(), { ids: [id] });
    expect(found).toMatchObject([{ thesis: "chips", modelId: chips?.modelId }]);
    expect(found[0]?.words).toContain("lithography");
    expect(found[0]?.probability).toBeGreaterThan(0.5);
    await acceptSuggestion(ask(), { id, thesis: "chips" });
    expect((await newsTagHistory(ask(), { id })).data).toMatchObject([{ sourceId: chips?.modelId }]);
  });

  it("is done again by the worker only when enough was said since", async () => {
    const { workspaceId } = learned;
    await trainModelsJob.handle({ workspaceId });
    expect((await listRuns(ask(), { state: "queued" })).data).toEqual([]);
    for (let n = 0; n < 30; n++)
      await createNews(ask(), {
        title: `Wafer ${n}`,
        publishedAt: "2024-06-02",
        tags: [{ thesis: "chips" }],
      });
    // Many tags at once are one reason to learn, not many.
    for (let n = 0; n < 2; n++) await trainModelsJob.handle({ workspaceId });
    const { data } = await listRuns(ask(), { state: "queued" });
    expect(data).toMatchObject([{ kind: "suggestion.train" }]);
    await finishRun(ask(), trainingRun, data[0]?.id ?? "");
    expect((await modelReports(ask(), {})).trainings.map(({ number }) => number)).toEqual([2, 1]);
  });

  it("says what suggestions do to people's tags", async () => {
    const { uplift } = await modelReports(ask(), {});
    expect(uplift).not.toBeNull();
    expect((uplift?.with.of ?? 0) + (uplift?.without.of ?? 0)).toBe(0);
  });
});
