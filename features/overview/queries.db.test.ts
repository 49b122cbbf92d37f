import { beforeAll, describe, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { createDeal, moveDeal } from "@/features/deals/commands/deals";
import { createNews } from "@/features/news/commands/news-items";
import { tagNews, untagNews } from "@/features/tags/commands/tags";
import { createThesis, updateThesis } from "@/features/theses/commands";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { newId } from "@/server/ids";
import type { Role } from "@/server/permissions";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { getOverview } from "./queries";
import { Overview } from "./schema";

const now = new Date("2047-06-05T12:00:00Z");
let fund: TestWorkspace;
const as = (role: Role = "analyst") => ({ ...fund.as(role), now });
const publish = (title: string, publishedAt: string, theses: string[] = []) =>
  createNews(as(), { title, publishedAt, tags: theses.map((thesis) => ({ thesis })) });

beforeAll(async () => {
  fund = await freshWorkspace({ timeZone: "Asia/Shanghai" });
  for (const slug of ["moe", "agents"]) await createThesis(as(), { slug, name: slug, statement: "It will." });
  await createThesis(as(), { slug: "reasoning", facet: "element", name: "Reasoning", statement: "It is." });
});

it("of an empty workspace is empty", async () => {
  const other = await freshWorkspace();
  const overview = await getOverview(other.as("viewer"), {});
  expect(Overview.strict().parse(overview)).toEqual(overview);
  expect(overview).toMatchObject({
    signals: { data: [], latestDay: null, past: false },
    untagged: [],
    untaggedCount: 0,
    dealCounts: [],
    feeds: { active: 0, paused: 0, trouble: [] },
  });
  expect(overview.stages.every(({ deals }) => deals === 0)).toBe(true);
});

describe("the overview", () => {
  it("charts the active focus areas over twelve weeks", async () => {
    await publish("This week", "2047-06-03T00:00:00Z", ["moe"]);
    await publish("Last week", "2047-05-28T00:00:00Z", ["moe", "reasoning"]);
    const { signals } = await getOverview(as("viewer"), {});
    expect(signals.data.map(({ thesis }) => thesis)).toEqual(["moe", "agents"]);
    expect(signals.data[0]?.buckets.slice(-2)).toMatchObject([
      { value: 1, complete: true },
      { value: 1, complete: false },
    ]);
    await updateThesis(as(), { id: "agents", status: "retired" });
    expect((await getOverview(as(), {})).signals.data).toHaveLength(1);
    await updateThesis(as(), { id: "agents", status: "active" });
  });

  it("has the ten newest items nobody tagged, and how many there are", async () => {
    for (let day = 1; day <= 12; day++)
      await publish(`Untagged ${day}`, `2047-04-${String(day).padStart(2, "0")}T00:00:00Z`);
    const item = await publish("Tagged later", "2047-04-20T00:00:00Z");
    await tagNews(as(), { id: item.id, thesis: "moe" });
    const { untagged, untaggedCount } = await getOverview(as("viewer"), {});
    expect(untaggedCount).toBe(12);
    expect(untagged.map(({ title }) => title)).toEqual(
      Array.from({ length: 10 }, (_, n) => `Untagged ${12 - n}`),
    );
    await untagNews(as(), { id: item.id, thesis: "moe" });
    expect((await getOverview(as(), {})).untagged[0]?.title).toBe("Tagged later");
  });

  it("counts deals by stage and thesis, confidential ones for those who may see them", async () => {
    const company = await createCompany(as(), { name: { en: "Moonshot AI" } });
    const log = (stage: string, theses: string[], confidential = false) =>
      createDeal(as("partner"), { companyId: company.id, stage, theses, confidential });
    await log("sourced", ["moe", "agents"]);
    await log("sourced", []);
    const secret = await log("diligence", ["moe"], true);
    const read = async (role: Role) => {
      const { stages, dealCounts } = await getOverview(as(role), {});
      const slugOf = (id: string) => stages.find((stage) => stage.id === id)?.slug;
      return {
        stages: stages.filter(({ deals }) => deals > 0).map(({ slug, deals }) => `${slug} ${deals}`),
        counts: dealCounts.map((one) => `${slugOf(one.stageId)} ${one.thesis} ${one.deals}`).sort(),
      };
    };
    expect(await read("analyst")).toEqual({
      stages: ["sourced 2"],
      counts: ["sourced agents 1", "sourced moe 1"],
    });
    expect(await read("partner")).toEqual({
      stages: ["sourced 2", "diligence 1"],
      counts: ["diligence moe 1", "sourced agents 1", "sourced moe 1"],
    });
    await moveDeal(as("partner"), { id: secret.id, stage: "committee", version: 1 });
    const labels = async (role: Role) =>
      (await getOverview(as(role), {})).activity.filter(
        ({ entityId, theses }) => entityId === secret.id && theses.length === 0,
      );
    expect(await labels("analyst")).toEqual([]);
    expect(await labels("partner")).toMatchObject([
      { operation: "deal.move", to: "committee" },
      { operation: "deal.create", to: null },
    ]);
  });

  it("tells who did what, newest first, with the theses of a tag", async () => {
    const item = await publish("An item", "2047-05-01T00:00:00Z");
    const later = { ...fund.as("partner"), now: new Date("2047-06-05T13:00:00Z") };
    await tagNews(later, { id: item.id, thesis: "reasoning", stance: "against" });
    const { activity } = await getOverview(as("viewer"), {});
    expect(activity[0]).toMatchObject({
      at: "2047-06-05T13:00:00.000Z",
      actor: "The partner",
      actorKind: "member",
      operation: "news.tag",
      entity: "news",
      entityId: item.id,
      label: "An item",
      theses: ["reasoning"],
    });
    expect(activity.length).toBeLessThanOrEqual(12);
  });

  it("names feeds in trouble with their cause and since when", async () => {
    const owner = ownerDb(env().DATABASE_URL);
    const feed = (data: object) => {
      const id = newId();
      const added = { createdAt: new Date("2047-01-01T00:00:00Z"), url: `https://${id}.example`, title: id };
      return owner.feed.create({ data: { workspaceId: fund.workspaceId, id, ...added, ...data } });
    };
    const failing = { failureCount: 5, lastError: "status", lastErrorDetail: "500" };
    await feed({ title: "Well" });
    await feed({ title: "Off", status: "paused" });
    await feed({ title: "Never read", ...failing });
    await feed({
      title: "Lost",
      ...failing,
      failureCount: 9,
      lastSuccessAt: new Date("2047-05-01T00:00:00Z"),
    });
    await owner.$disconnect();
    const { feeds } = await getOverview(as("viewer"), {});
    expect(feeds).toMatchObject({
      active: 3,
      paused: 1,
      trouble: [
        { title: "Lost", lastError: "status", lastErrorDetail: "500", since: "2047-05-01T00:00:00.000Z" },
        { title: "Never read", failureCount: 5, lastSuccessAt: null, since: "2047-01-01T00:00:00.000Z" },
      ],
    });
  });
});
