import { beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { createNews } from "@/features/news/commands/news-items";
import { listNews } from "@/features/news/queries/news-list";
import { getOverview } from "@/features/overview/queries";
import { tagAsBatch, undoBatch } from "@/features/tags/commands/batches";
import { confirmTags } from "@/features/tags/commands/confirm-tags";
import { tagNews } from "@/features/tags/commands/tags";
import { newsTagHistory } from "@/features/tags/queries/tags";
import { createThesis } from "@/features/theses/commands";
import { updateWorkspace } from "@/features/workspaces/commands/workspace";
import { command } from "@/server/operation";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { triage } from "./commands/triage";
import { inboxCounts, listInbox } from "./queries/inbox";

let workspace: TestWorkspace;
let thesisId: string;
const analyst = () => workspace.as("analyst");
const longAgo = "2024-02-16";

beforeEach(async () => {
  workspace = await freshWorkspace();
  thesisId = (await createThesis(analyst(), { slug: "moe", name: "moe", statement: "t" })).id;
});

const item = async (title: string) => (await createNews(analyst(), { title, publishedAt: longAgo })).id;

/** As a rule tags. */
const byRule = command({
  name: "test.byRule",
  summary: "",
  allow: "tag:write",
  input: z.object({ ids: z.array(z.string()) }),
  output: z.object({ batchId: z.string() }),
  run: (ctx, { ids }) => {
    const said = { thesisId, stance: "for", strength: 2, note: "MoE" } as const;
    const changes = ids.map((subjectId) => ({ subjectId, ...said }));
    return tagAsBatch(ctx, changes, { origin: "rule", label: "MoE releases", by: "MoE releases" });
  },
});

/** The titles that wait, when every place that says so agrees. */
async function waiting(): Promise<string[]> {
  const [inbox, counts, overview, news] = [
    await listInbox(analyst(), {}),
    await inboxCounts(analyst(), {}),
    await getOverview(analyst(), {}),
    await listNews(analyst(), { untagged: true }),
  ];
  const titles = inbox.data.map(({ title }) => title).sort();
  expect(news.data.map(({ title }) => title).sort()).toEqual(titles);
  expect(overview.untagged.map(({ title }) => title).sort()).toEqual(titles);
  expect([counts.all, overview.untaggedCount]).toEqual([titles.length, titles.length]);
  return titles;
}
const tagsOf = async (id: string) => {
  const { data } = await newsTagHistory(analyst(), { id });
  return data.map(({ origin, by, supersededAt }) => [origin, by, supersededAt === null]);
};

it("what a rule tagged waits until a person confirms it, and waits again when that is taken back", async () => {
  const [ruled, bare] = [await item("ruled"), await item("bare")];
  await byRule(analyst(), { ids: [ruled] });
  expect(await waiting()).toEqual(["bare", "ruled"]);
  const { batchId, put } = await confirmTags(analyst(), { ids: [ruled, bare] });
  expect(put).toBe(1);
  expect(await waiting()).toEqual(["bare"]);
  const { name } = analyst().actor;
  expect(await tagsOf(ruled)).toEqual([
    ["person", name, true],
    ["rule", "MoE releases", false],
  ]);
  expect((await confirmTags(analyst(), { ids: [ruled] })).put).toBe(0);
  await undoBatch(analyst(), { id: batchId });
  expect(await waiting()).toEqual(["bare", "ruled"]);
  expect((await tagsOf(ruled)).find(([, , stands]) => stands)).toEqual(["rule", "MoE releases", true]);
});

it("saying the same as the rule confirms it, and saying otherwise corrects it", async () => {
  const [same, other] = [await item("same"), await item("other")];
  await byRule(analyst(), { ids: [same, other] });
  await tagNews(analyst(), { id: same, thesis: "moe", stance: "for", strength: 2, note: "MoE" });
  expect(await waiting()).toEqual(["other"]);
  await tagNews(analyst(), { id: other, thesis: "moe", stance: "against" });
  expect(await waiting()).toEqual([]);
  const { name } = analyst().actor;
  // A rule comes back on neither.
  await byRule(analyst(), { ids: [same, other] });
  expect((await tagsOf(same)).filter(([, , stands]) => stands)).toMatchObject([["person", name, true]]);
});

it("a workspace may let the tags of its rules suffice", async () => {
  const ruled = await item("ruled");
  await item("bare");
  await byRule(analyst(), { ids: [ruled] });
  const set = (ruleTagsSuffice: boolean) => updateWorkspace(workspace.as("admin"), { ruleTagsSuffice });
  expect(await set(true)).toMatchObject({ ruleTagsSuffice: true });
  expect(await waiting()).toEqual(["bare"]);
  await set(false);
  expect(await waiting()).toEqual(["bare", "ruled"]);
});

it("what is snoozed or dismissed waits nowhere", async () => {
  const [asleep, away] = [await item("asleep"), await item("away")];
  await item("bare");
  await byRule(analyst(), { ids: [asleep] });
  await triage(analyst(), { ids: [asleep], snoozedUntil: "2099-01-01" });
  await triage(analyst(), { ids: [away], dismissed: true });
  expect(await waiting()).toEqual(["bare"]);
  expect(await inboxCounts(analyst(), {})).toMatchObject({ snoozed: 1, dismissed: 1 });
});

it("thesis:none still means that no tag stands there", async () => {
  await byRule(analyst(), { ids: [await item("ruled")] });
  await item("bare");
  const { data } = await listNews(analyst(), { where: "thesis:none" });
  expect(data.map(({ title }) => title)).toEqual(["bare"]);
});
