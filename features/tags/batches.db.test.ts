import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createNews } from "@/features/news/commands/news-items";
import { createThesis } from "@/features/theses/commands";
import { signals } from "@/features/trends/queries/trends";
import { command } from "@/server/operation";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { tagAsBatch, tagMany, undoBatch } from "./commands/batches";
import { tagNews, untagNews } from "./commands/tags";
import type { TagChange } from "./commands/write-tags";
import { newsTagHistory } from "./queries/tags";

let workspace: TestWorkspace;
const thesisIds: Record<string, string> = {};
const analyst = () => workspace.as("analyst");

beforeAll(async () => {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
  for (const slug of ["one", "two"])
    thesisIds[slug] = (await createThesis(analyst(), { slug, name: slug, statement: slug })).id;
});

let made = 0;
async function item(): Promise<string> {
  made += 1;
  return (await createNews(analyst(), { title: `Item ${made}`, publishedAt: "2024-02-16" })).id;
}
const standing = async (id: string) =>
  (await newsTagHistory(analyst(), { id })).data
    .filter((tag) => tag.supersededAt === null)
    .map(({ thesis, stance, strength, origin }) => `${thesis} ${stance} ${strength} ${origin}`)
    .sort();
const counted = async () => {
  const { data } = await signals(analyst(), {
    thesis: ["one", "two"],
    bucket: "day",
    from: "2024-02-16",
    to: "2024-02-17",
  });
  return data.map(({ buckets }) => buckets[0]?.value);
};

/** What a rule's run does: the same function under another origin. */
const byRule = command({
  name: "test.byRule",
  summary: "Tags as a rule would",
  allow: "tag:write",
  input: z.object({ changes: z.custom<TagChange[]>() }),
  output: z.object({ batchId: z.string(), put: z.number(), removed: z.number() }),
  run: (ctx, { changes }) => tagAsBatch(ctx, changes, { origin: "rule", label: "a rule" }),
});
const rule = (subjectId: string, slug = "one") =>
  byRule(analyst(), {
    changes: [{ subjectId, thesisId: thesisIds[slug] ?? "", stance: "neutral" as const, strength: 1 }],
  });

describe("many tags in one step", () => {
  it("are set, change, and are taken back to what stood before", async () => {
    const [a, b] = [await item(), await item()];
    await tagNews(analyst(), { id: a, thesis: "one", stance: "for", strength: 2 });
    await tagNews(analyst(), { id: b, thesis: "two" });
    const before = await counted();
    const done = await tagMany(analyst(), {
      ids: [a, b],
      put: [{ thesis: "one", stance: "against", strength: 3 }],
      remove: ["two"],
    });
    expect(done).toMatchObject({ put: 2, removed: 1 });
    expect([await standing(a), await standing(b)]).toEqual([
      ["one against 3 person"],
      ["one against 3 person"],
    ]);
    expect(await undoBatch(analyst(), { id: done.batchId })).toEqual({ restored: 2, removed: 2 });
    expect([await standing(a), await standing(b)]).toEqual([["one for 2 person"], ["two neutral 1 person"]]);
    expect(await counted()).toEqual(before);
    await expect(undoBatch(analyst(), { id: done.batchId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("leave what somebody changed since", async () => {
    const id = await item();
    const done = await tagMany(analyst(), { ids: [id], put: [{ thesis: "one" }, { thesis: "two" }] });
    await tagNews(analyst(), { id, thesis: "one", stance: "for", strength: 3 });
    await untagNews(analyst(), { id, thesis: "two" });
    expect(await undoBatch(analyst(), { id: done.batchId })).toEqual({ restored: 0, removed: 0 });
    expect(await standing(id)).toEqual(["one for 3 person"]);
  });

  it("say nothing twice", async () => {
    const id = await item();
    await tagMany(analyst(), { ids: [id, id], put: [{ thesis: "one" }] });
    expect(await tagMany(analyst(), { ids: [id], put: [{ thesis: "one" }], remove: ["two"] })).toMatchObject({
      put: 0,
      removed: 0,
    });
  });
});

describe("a rule", () => {
  it("tags what nobody tagged, and can be taken back and come again", async () => {
    const id = await item();
    const first = await rule(id);
    expect(await standing(id)).toEqual(["one neutral 1 rule"]);
    await undoBatch(analyst(), { id: first.batchId });
    expect(await standing(id)).toEqual([]);
    await rule(id);
    expect(await standing(id)).toEqual(["one neutral 1 rule"]);
  });

  it("never overrides a person, and does not put back what a person took off", async () => {
    const [set, off, offInMany] = [await item(), await item(), await item()];
    await tagNews(analyst(), { id: set, thesis: "one", stance: "for", strength: 3 });
    await rule(off);
    await untagNews(analyst(), { id: off, thesis: "one" });
    await rule(offInMany);
    await tagMany(analyst(), { ids: [offInMany], remove: ["one"] });
    for (const id of [set, off, offInMany]) expect(await rule(id)).toMatchObject({ put: 0 });
    expect(await standing(set)).toEqual(["one for 3 person"]);
    expect(await standing(off)).toEqual([]);
    expect(await standing(offInMany)).toEqual([]);
  });
});
