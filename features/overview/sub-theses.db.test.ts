import { beforeAll, describe, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { createDeal } from "@/features/deals/commands/deals";
import { createNews } from "@/features/news/commands/news-items";
import { listNews } from "@/features/news/queries/news-list";
import type { Stance } from "@/features/tags/schema";
import { createThesis, updateThesis } from "@/features/theses/commands";
import { listTheses, thesisCounts } from "@/features/theses/queries";
import { signals } from "@/features/trends/queries/trends";
import type { Counting } from "@/features/trends/schema";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { getOverview } from "./queries";

// chips is a part of evals, and evals of agents; moe stands alone.
let fund: TestWorkspace;
const analyst = (later = 0) => ({ ...fund.as("analyst"), now: new Date(Date.now() + later) });

type Tags = { thesis: string; stance?: Stance; strength?: number }[];
const publish = (day: string, source: string, tags: Tags) =>
  createNews(analyst(), {
    title: `${day} ${source}`,
    url: `https://${source}.example/${day}`,
    publishedAt: `${day}T12:00:00Z`,
    tags,
  });

const week = { from: "2024-03-04", to: "2024-03-11" };

/** For, against, neutral and value of each thesis in one week. */
async function told(counting: Counting, asked: { asOf?: string; thesis?: string } = {}, context = analyst()) {
  const { data } = await signals(context, { counting, ...week, thesis: "agents,evals,chips,moe", ...asked });
  return Object.fromEntries(
    data.map(({ thesis, buckets }) => {
      const [one] = buckets;
      return [thesis, [one?.for, one?.against, one?.neutral, one?.value]];
    }),
  );
}

async function counts(asOf?: string, context = analyst()) {
  const { data } = await thesisCounts(context, { asOf });
  const slugs = new Map((await listTheses(analyst(), {})).data.map(({ id, slug }) => [id, slug]));
  return Object.fromEntries(
    data.map(({ thesisId, news, companies, deals }) => [slugs.get(thesisId), [news, companies, deals]]),
  );
}

beforeAll(async () => {
  fund = await freshWorkspace();
  for (const [slug, parent] of [["agents"], ["evals", "agents"], ["chips", "evals"], ["moe"]] as const)
    await createThesis(analyst(), { slug, name: slug, statement: slug, parent });
  // The whole's own tag goes before a part's, a nearer part before a farther one.
  await publish("2024-03-05", "one", [
    { thesis: "agents", stance: "for", strength: 1 },
    { thesis: "evals", stance: "against", strength: 3 },
  ]);
  await publish("2024-03-06", "two", [
    { thesis: "evals", stance: "against" },
    { thesis: "chips", stance: "neutral" },
    { thesis: "moe", stance: "for" },
  ]);
  await publish("2024-03-07", "one", [{ thesis: "chips", stance: "neutral" }]);
  // Beyond the week, and of no family.
  await publish("2024-04-01", "one", [{ thesis: "agents" }, { thesis: "chips" }]);
  await publish("2024-03-08", "two", []);
  const company = await createCompany(analyst(), {
    name: { en: "Sub" },
    tags: [{ thesis: "evals" }, { thesis: "chips" }],
  });
  await createDeal(analyst(), {
    companyId: company.id,
    stage: "sourced",
    theses: [{ thesis: "agents" }, { thesis: "chips" }],
  });
});

describe("a thesis with parts", () => {
  it("has what its parts have in trends, each item once", async () => {
    const expected = {
      agents: [1, 1, 1, 3],
      evals: [0, 2, 1, 3],
      chips: [0, 0, 2, 2],
      moe: [1, 0, 0, 1],
    };
    expect(await told("items")).toEqual(expected);
    // Nobody placed them: each is a story of its own.
    expect(await told("stories")).toEqual(expected);
  });

  it("counts a source once, for each stance it took", async () => {
    expect(await told("sources")).toEqual({
      agents: [1, 1, 1, 2],
      evals: [0, 2, 1, 2],
      chips: [0, 0, 2, 2],
      moe: [1, 0, 0, 1],
    });
  });

  it("has them wherever theses are counted, as many as its list finds", async () => {
    expect(await counts()).toEqual({
      agents: [4, 1, 1],
      evals: [4, 1, 1],
      chips: [3, 1, 1],
      moe: [1, 0, 0],
    });
    for (const [thesis, total] of [
      ["agents", 4],
      ["chips", 3],
      ["moe", 1],
    ] as const)
      expect((await listNews(analyst(), { thesis })).total).toEqual({ count: total, exact: true });
    const { dealCounts } = await getOverview(analyst(), {});
    expect(Object.fromEntries(dealCounts.map(({ thesis, deals }) => [thesis, deals]))).toEqual({
      agents: 1,
      evals: 1,
      chips: 1,
    });
  });

  it("has them as of a day on which they were its parts", async () => {
    const [was, counted] = [await told("items"), await counts()];
    const before = analyst(1000);
    await updateThesis(analyst(2000), { id: "evals", parent: null });
    const asOf = before.now.toISOString();
    expect((await told("items")).agents).toEqual([1, 0, 0, 1]);
    expect((await counts()).agents).toEqual([2, 0, 1]);
    expect(await told("items", { asOf }, analyst(3000))).toEqual(was);
    expect(await told("stories", { asOf }, analyst(3000))).toEqual(was);
    expect(await counts(asOf, analyst(3000))).toEqual(counted);
  });
});
