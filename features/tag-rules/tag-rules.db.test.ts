import { beforeEach, describe, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { createFeed } from "@/features/feeds/commands/feeds";
import { importNewsText } from "@/features/imports/commands/import-news";
import { createNews } from "@/features/news/commands/news-items";
import { undoBatch } from "@/features/tags/commands/batches";
import { tagNews, untagNews } from "@/features/tags/commands/tags";
import { newsTagHistory } from "@/features/tags/queries/tags";
import { createThesis } from "@/features/theses/commands";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { createRule, putSynonyms, updateRule } from "./commands/rules";
import { applyRule } from "./commands/runs";
import { applyRuleRun } from "./jobs/apply";
import { tagItemsJob } from "./jobs/arrived";
import { dryRun } from "./queries/dry-run";
import { getRule } from "./queries/rules";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");

beforeEach(async () => {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
  for (const slug of ["moe", "agents"]) await createThesis(analyst(), { slug, name: slug, statement: slug });
});

async function item(title: string, more: { text?: string; companies?: string[] } = {}): Promise<string> {
  return (await createNews(analyst(), { title, publishedAt: "2024-02-16", ...more })).id;
}
const rule = (expression: string, more = {}) =>
  createRule(analyst(), {
    name: `Rule ${expression}`,
    thesis: "moe",
    expression,
    stance: "for",
    strength: 2,
    ...more,
  });
const arrive = (...ids: string[]) => tagItemsJob.handle({ workspaceId: workspace.workspaceId, ids });
const tags = async (id: string) =>
  (await newsTagHistory(analyst(), { id })).data
    .filter(({ supersededAt }) => supersededAt === null)
    .map(({ thesis, stance, strength, origin, note, by }) => ({
      thesis,
      stance,
      strength,
      origin,
      note,
      by,
    }));
/** Applies a rule to the end, as the worker does. */
async function applied(id: string) {
  const { lastRun } = await applyRule(analyst(), { id });
  await finishRun(analyst(), applyRuleRun, lastRun?.id ?? "");
  const { lastRun: done } = await getRule(analyst(), { id });
  if (!done) throw new Error("no run");
  return done;
}

describe("what arrives", () => {
  it("is tagged with the words that met the rule as the reason, and once", async () => {
    const { id: source, name } = await rule("MoE OR 混合专家");
    const [met, other] = [await item("An MoE model, 混合专家"), await item("Something else")];
    await arrive(met, other);
    await arrive(met, other);
    expect(await tags(met)).toEqual([
      { thesis: "moe", stance: "for", strength: 2, origin: "rule", note: "MoE · 混合专家", by: name },
    ]);
    expect(await tags(other)).toEqual([]);
    expect((await newsTagHistory(analyst(), { id: met })).data).toMatchObject([{ sourceId: source }]);
    expect(await getRule(analyst(), { id: source })).toMatchObject({ tagged: 1 });
  });

  it("is left as people have it: tagged otherwise, or untagged", async () => {
    await rule("MoE");
    const [tagged, untagged] = [await item("MoE one"), await item("MoE two")];
    await tagNews(analyst(), { id: tagged, thesis: "moe", stance: "against", strength: 3 });
    await arrive(untagged);
    await untagNews(analyst(), { id: untagged, thesis: "moe" });
    await arrive(tagged, untagged);
    expect(await tags(tagged)).toMatchObject([{ stance: "against", origin: "person" }]);
    expect(await tags(untagged)).toEqual([]);
  });

  it("is spoken for by the first rule of a thesis that it meets; a paused rule is silent", async () => {
    await rule("MoE", { status: "paused", stance: "neutral" });
    await rule("MoE", { stance: "against", strength: 1 });
    await rule("MoE", { stance: "for", strength: 3 });
    const id = await item("MoE");
    await arrive(id);
    expect(await tags(id)).toMatchObject([{ stance: "against", strength: 1 }]);
  });

  it("is read with the synonyms of the rule's thesis, and of no other", async () => {
    await putSynonyms(analyst(), { id: "moe", sets: [["mixture of experts", "混合专家"]] });
    await rule('"mixture of experts"');
    await rule('"mixture of experts"', { thesis: "agents" });
    const id = await item("混合专家架构");
    await arrive(id);
    expect(await tags(id)).toMatchObject([{ thesis: "moe", note: "混合专家" }]);
  });

  it("can be asked for its company and feed", async () => {
    const company = await createCompany(analyst(), { name: { en: "Mistral AI", zh: "" } });
    await rule('model company:"mistral ai"');
    const [met, other] = [await item("A model", { companies: [company.id] }), await item("A model too")];
    await arrive(met, other);
    expect([(await tags(met)).length, (await tags(other)).length]).toEqual([1, 0]);
  });
});

describe("a dry run", () => {
  it("says what would become of which item and changes nothing", async () => {
    const { id } = await rule("MoE");
    const [own, gone, mine, fresh] = [
      await item("MoE stays"),
      await item("MoE only"),
      await item("MoE and Mixtral, mine"),
      await item("Mixtral"),
    ];
    await arrive(own, gone);
    await tagNews(analyst(), { id: mine, thesis: "moe", stance: "neutral", strength: 1 });
    const draft = { rule: id, thesis: "moe", stance: "for" as const, strength: 2 };
    const result = await dryRun(analyst(), { ...draft, expression: "stays OR Mixtral" });
    expect(result).toMatchObject({
      examined: 4,
      complete: true,
      matched: 3,
      counts: { tag: 1, change: 0, remove: 1, same: 1, kept: 1 },
    });
    const outcomes = Object.fromEntries(result.data.map((one) => [one.id, one.outcome]));
    expect(outcomes).toEqual({ [own]: "same", [gone]: "remove", [mine]: "kept", [fresh]: "tag" });
    expect(result.data.find((one) => one.id === mine)?.current).toMatchObject({ origin: "person" });
    expect(await tags(gone)).toHaveLength(1);
    expect((await dryRun(analyst(), { ...draft, expression: "MoE", strength: 3, last: 2 })).examined).toBe(2);
  });

  it.each([
    ["MoE AND (", /needs a word here, at character 10/],
    ["MoE /(?=x)/", /regular expression.*at character 5/],
    ["MoE feed:nowhere", /names a feed that is not there.*\(nowhere\)/],
    ["MoE company:nobody", /names a company that is not there/],
    ["MoE kind:gossip", /names a value.*character 10 \(gossip\); try article, paper/],
    ["MoE published:soon", /needs a time here.*character 15/],
  ])("says what is wrong with %s and where", async (expression, sentence) => {
    const fields = { expression: expect.stringMatching(sentence) };
    await expect(dryRun(analyst(), { thesis: "moe", expression })).rejects.toMatchObject({
      details: { fields },
    });
    await expect(rule(expression)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("takes a text of 4000 characters and says of a longer one that it is too long", async () => {
    const long = `MoE OR ${"x".repeat(3993)}`;
    expect((await dryRun(analyst(), { thesis: "moe", expression: long })).matched).toBe(0);
    await expect(dryRun(analyst(), { thesis: "moe", expression: `${long}x` })).rejects.toMatchObject({
      details: { fields: { expression: "must have at most 4000 characters" } },
    });
  });

  it("takes fields by their Chinese names, and gives the filter that a text is", async () => {
    await createNews(analyst(), { title: "MoE", publishedAt: "2024-02-16", kind: "paper" });
    const expression = "MoE 类型:（论文 OR 融资） 发布时间:2024年2月";
    expect((await dryRun(analyst(), { thesis: "moe", expression })).matched).toBe(1);
    expect(await rule(expression)).toMatchObject({
      expression,
      filter: {
        and: [
          { field: "q", op: "matches", value: { pattern: { phrase: "MoE" } } },
          { field: "kind", op: "in", value: ["paper", "round"] },
          { field: "published", op: "within", value: "2024-02" },
        ],
      },
    });
  });

  it("takes a feed by its title", async () => {
    await createFeed(workspace.as("admin"), { url: "http://127.0.0.1:1/x", title: "A Feed", paused: true });
    expect((await dryRun(analyst(), { thesis: "moe", expression: 'MoE feed:"a feed"' })).matched).toBe(0);
  });
});

describe("applied to what is stored, a rule", () => {
  it("tags, says how far it came, and is taken back as one step", async () => {
    const titles = Array.from({ length: 603 }, (_, at) => `${at % 3 === 0 ? "MoE" : "Other"} ${at}\n`);
    await importNewsText(analyst(), { format: "csv", content: `title\n${titles.join("")}`, wait: true });
    const { id } = await rule("MoE");
    const run = await applied(id);
    expect(run).toMatchObject({ status: "done", total: 603, examined: 603, put: 201, removed: 0 });
    expect(await getRule(analyst(), { id })).toMatchObject({ tagged: 201 });
    await undoBatch(analyst(), { id: run.batchId });
    expect(await getRule(analyst(), { id })).toMatchObject({ tagged: 0, lastRun: { undone: true } });
  });

  it("takes off its own tags where it is met no more, and nobody else's", async () => {
    const { id } = await rule("MoE");
    const [a, b] = [await item("MoE one"), await item("MoE two")];
    await arrive(a);
    await tagNews(analyst(), { id: b, thesis: "moe", stance: "for", strength: 2 });
    await updateRule(analyst(), { id, expression: "three" });
    expect(await applied(id)).toMatchObject({ put: 0, removed: 1 });
    expect([(await tags(a)).length, (await tags(b)).length]).toEqual([0, 1]);
    // Its own word against itself is not a person's: what it took off it may set again.
    await updateRule(analyst(), { id, expression: "MoE" });
    expect(await applied(id)).toMatchObject({ put: 1 });
  });

  it("is applied once at a time, and stops when it is changed meanwhile", async () => {
    const { id } = await rule("MoE");
    await item("MoE");
    const { lastRun } = await applyRule(analyst(), { id });
    await expect(applyRule(analyst(), { id })).rejects.toMatchObject({ code: "CONFLICT" });
    await updateRule(analyst(), { id, name: "Renamed" });
    await finishRun(analyst(), applyRuleRun, lastRun?.id ?? "");
    expect(await getRule(analyst(), { id })).toMatchObject({ tagged: 0, lastRun: { status: "stopped" } });
  });
});

it("a stale change of a rule or of synonyms is refused", async () => {
  const { id, version } = await rule("MoE");
  await updateRule(analyst(), { id, version, status: "paused" });
  await expect(updateRule(analyst(), { id, version, status: "active" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await putSynonyms(analyst(), { id: "moe", sets: [["a", "b"]], version: 0 });
  await expect(putSynonyms(analyst(), { id: "moe", sets: [], version: 0 })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});
