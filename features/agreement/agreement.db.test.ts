import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createNews, updateNews } from "@/features/news/commands/news-items";
import { getNews } from "@/features/news/queries/news-item";
import { listNews } from "@/features/news/queries/news-list";
import { tagAsBatch, tagMany, undoBatch } from "@/features/tags/commands/batches";
import { tagNews, untagNews } from "@/features/tags/commands/tags";
import type { TagChange } from "@/features/tags/commands/write-tags";
import { newsTagHistory } from "@/features/tags/queries/tags";
import { createThesis } from "@/features/theses/commands";
import { getThesis } from "@/features/theses/queries";
import { signals } from "@/features/trends/queries/trends";
import { createToken } from "@/features/workspaces/commands/tokens";
import { updateWorkspace } from "@/features/workspaces/commands/workspace";
import { tokenContext } from "@/server/contexts";
import { command } from "@/server/operation";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { readTask } from "./commands/readings";
import { closeRound, drawRound } from "./commands/rounds";
import { settleDisagreement } from "./commands/settle";
import { listDisagreements } from "./queries/disagreements";
import { getRound } from "./queries/rounds";
import { listTasks } from "./queries/tasks";
import type { Round, Task } from "./schema";

let workspace: TestWorkspace;
const partner = () => workspace.as("partner");
const analyst = () => workspace.as("analyst");
const idOf = (role: "analyst" | "partner" | "owner" | "viewer") => workspace.userOf(role).id;

async function fresh(): Promise<void> {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
  for (const slug of ["one", "two"]) await createThesis(partner(), { slug, name: slug, statement: slug });
}

/** An item tagged by the partner. */
async function item(title: string, thesis = "one", publishedAt = "2024-02-16T08:00:00Z"): Promise<string> {
  const tags = [{ thesis, stance: "for" as const, strength: 2 }];
  return (await createNews(partner(), { title, publishedAt, tags })).id;
}
const drawFor = (input: Partial<Parameters<typeof drawRound>[1]> = {}): Promise<Round> =>
  drawRound(partner(), { reader: idOf("analyst"), ...input });
const myTasks = async (): Promise<Task[]> => (await listTasks(analyst(), { limit: 200 })).data;
const told = (id: string) => newsTagHistory(analyst(), { id }).then(({ data }) => data.length);

describe("drawing", () => {
  beforeAll(async () => {
    await fresh();
    for (let number = 0; number < 8; number++) await item(`Item ${number}`);
  });

  it("takes what one other person tagged, and nothing the reader knows", async () => {
    const ofReader = await createNews(analyst(), {
      title: "Own",
      publishedAt: "2024-02-16",
      tags: [{ thesis: "one" }],
    });
    const ofTwo = await item("Two people");
    await tagNews(workspace.as("owner"), { id: ofTwo, thesis: "two" });
    const touched = await item("Untagged by the reader once", "one");
    await tagNews(partner(), { id: touched, thesis: "two" });
    await untagNews(analyst(), { id: touched, thesis: "two" });
    const { secret } = await createToken(workspace.as("owner"), { name: "machine", role: "analyst" });
    const byToken = await createNews(await tokenContext(secret), {
      title: "By a program",
      publishedAt: "2024-02-16",
      tags: [{ thesis: "one" }],
    });
    const round = await drawFor({ size: 500 });
    expect(round).toMatchObject({ items: 8, read: 0, closedAt: null });
    const drawn = (await myTasks()).map((task) => task.item.id);
    const first = await listTasks(analyst(), { limit: 5 });
    const rest = await listTasks(analyst(), { limit: 5, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...rest.data].map((task) => task.item.id)).toEqual(drawn);
    expect(rest.nextCursor).toBeNull();
    for (const id of [ofReader.id, ofTwo, touched, byToken.id]) expect(drawn).not.toContain(id);
    // All that could be drawn is being read now.
    await expect(drawFor()).rejects.toMatchObject({ code: "INVALID", details: { key: "agreementNothing" } });
    await closeRound(partner(), { id: round.id });
    // And nothing is read twice by the same person, whether they came to it or not.
    await expect(drawFor()).rejects.toMatchObject({ details: { key: "agreementNothing" } });
  });

  it("draws the same items for the same seed, in the same order, and others for another", async () => {
    const titles = async (seed: string, reader: "owner" | "analyst") => {
      const { id } = await drawRound(partner(), { reader: idOf(reader), size: 5, seed });
      const { data } = await listTasks(workspace.as(reader), {});
      await closeRound(partner(), { id });
      return data.map((task) => task.item.title);
    };
    for (let number = 10; number < 40; number++) await item(`Item ${number}`);
    const first = await titles("a", "owner");
    expect(first).toHaveLength(5);
    const again = await titles("a", "analyst");
    // The analyst cannot be given the eight of the first round again; whoever remains keeps the order.
    expect(again.filter((title) => first.includes(title))).toEqual(
      first.filter((title) => again.includes(title)),
    );
    expect(await titles("b", "analyst")).not.toEqual(again);
  });

  it("keeps to a thesis and to days of the workspace's zone", async () => {
    const evening = await item("On the 3rd in Shanghai", "two", "2024-05-02T16:30:00Z");
    await item("On the 4th in Shanghai", "two", "2024-05-03T16:30:00Z");
    await item("Another thesis", "one", "2024-05-02T16:30:00Z");
    await drawFor({ thesis: "two", from: "2024-05-03", to: "2024-05-04" });
    expect((await myTasks()).map((task) => task.item.id)).toEqual([evening]);
  });

  it("is not read by who drew it, nor by who may not tag", async () => {
    await expect(drawFor({ reader: idOf("partner") })).rejects.toMatchObject({
      details: { key: "agreementOwnRound" },
    });
    await expect(drawFor({ reader: idOf("viewer") })).rejects.toMatchObject({ code: "INVALID" });
    await expect(drawFor({ from: "2024-02-02", to: "2024-02-02" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

/** What a rule's run does. */
const byRule = command({
  name: "test.byRule",
  summary: "Tags as a rule would",
  allow: "tag:write",
  input: z.object({ changes: z.custom<TagChange[]>() }),
  output: z.object({ put: z.number().int() }),
  run: (ctx, { changes }) => tagAsBatch(ctx, changes, { origin: "rule", label: "a rule" }),
});

describe("while an item is read blind", () => {
  let id: string;
  let batchId: string;
  beforeAll(async () => {
    await fresh();
    id = await item("Blind");
    ({ batchId } = await tagMany(partner(), { ids: [id], put: [{ thesis: "two" }] }));
    await drawFor();
  });

  it("cannot be found out by trying to change its tags", async () => {
    // "one" is on the item, "two" too, "three" is not: all are answered alike.
    await createThesis(partner(), { slug: "three", name: "three", statement: "three" });
    for (const thesis of ["one", "two", "three"]) {
      await expect(tagNews(analyst(), { id, thesis })).rejects.toMatchObject({
        code: "CONFLICT",
        details: { key: "blindReading" },
      });
      await expect(tagMany(analyst(), { ids: [id], put: [{ thesis }] })).rejects.toMatchObject({
        details: { key: "blindReading" },
      });
      await expect(untagNews(analyst(), { id, thesis })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await tagMany(analyst(), { ids: [id], remove: [thesis] })).toMatchObject({ removed: 0 });
    }
    await expect(undoBatch(analyst(), { id: batchId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getNews(partner(), { id })).tags.map(({ thesis }) => thesis)).toEqual(["one", "two"]);
    const total = async (context = partner()) => (await listNews(context, { thesis: "one" })).total?.count;
    expect([await total(), await total(analyst())]).toEqual([1, 0]);
  });

  it("is counted whole for everybody else, also after its reader moved it to another day and the days are cut anew", async () => {
    const count = async (context = partner()) => {
      const { data } = await signals(context, {
        thesis: ["one"],
        bucket: "day",
        from: "2024-02-01",
        to: "2024-03-01",
      });
      return data[0]?.buckets
        .filter(({ value }) => value !== 0)
        .map(({ start, value }) => `${start} ${value}`);
    };
    expect(await count()).toEqual(["2024-02-16 1"]);
    const { version } = await getNews(analyst(), { id });
    await updateNews(analyst(), { id, version, publishedAt: "2024-02-20T20:00:00Z" });
    expect(await count()).toEqual(["2024-02-21 1"]);
    expect(await count(analyst())).toEqual([]);
    await updateWorkspace(workspace.as("owner"), { timeZone: "UTC" });
    expect(await count({ ...partner(), workspace: { ...partner().workspace, timeZone: "UTC" } })).toEqual([
      "2024-02-20 1",
    ]);
    expect((await listNews(partner(), { thesis: ["one"] })).data).toHaveLength(1);
    expect((await listNews(analyst(), { thesis: ["one"] })).data).toEqual([]);
  });

  it("is left alone by rules, whose count would tell what is there", async () => {
    const change = { subjectId: id, stance: "for" as const, strength: 1 };
    for (const slug of ["one", "three"]) {
      const { id: thesisId } = await getThesis(partner(), { id: slug });
      expect(await byRule(partner(), { changes: [{ ...change, thesisId }] })).toMatchObject({ put: 0 });
    }
  });

  it("belongs to its reader alone", async () => {
    const [task] = await myTasks();
    await expect(readTask(workspace.as("owner"), { id: task?.id ?? "", tags: [] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(closeRound(analyst(), { id: task?.roundId ?? "" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("a round", () => {
  let round: Round;
  const items: string[] = [];
  beforeAll(async () => {
    await fresh();
    for (let number = 0; number < 24; number++)
      items.push(await item(`Item ${number}`, number % 2 ? "one" : "two"));
    round = await drawFor({ thesis: undefined });
  });

  it("shows nothing before its last item is read, and then everything", async () => {
    const tasks = await myTasks();
    expect(tasks).toHaveLength(24);
    for (const [at, task] of tasks.entries()) {
      expect(await getRound(partner(), { id: round.id })).toMatchObject({ read: at, figures: null });
      expect(await told(task.item.id)).toBe(0);
      const said = Number(task.item.title.split(" ")[1]) % 2 ? "one" : "two";
      // Twenty as the partner has them, two with another stance, one with another thesis, one with none.
      const tags =
        at === 0
          ? []
          : [
              {
                thesis: at === 1 ? (said === "one" ? "two" : "one") : said,
                stance: at < 4 && at > 1 ? "against" : "for",
              } as const,
            ];
      const { left } = await readTask(analyst(), { id: task.id, tags: [...tags] });
      expect(left).toBe(23 - at);
    }
    expect(await told(tasks[0]?.item.id ?? "")).toBe(1);
    expect(await myTasks()).toEqual([]);
    const { figures, closedAt } = await getRound(workspace.as("viewer"), { id: round.id });
    expect(closedAt).not.toBeNull();
    expect(figures).toMatchObject({
      items: 24,
      disagreements: 4,
      settled: 0,
      pairs: [{ first: { id: idOf("partner") }, items: 24 }],
    });
    // Stance where both put the thesis: 22 units, 20 for/for, 2 for/against: 42 times for, twice against.
    // alpha = 1 − 43 · 4 / (2 · 42 · 2) = −1/42.
    expect(figures?.stance).toMatchObject({ units: 22, why: null });
    expect(figures?.stance.value).toBeCloseTo(-1 / 42, 12);
    expect(figures?.theses.map(({ thesis }) => thesis).sort()).toEqual(["one", "two"]);
    const [one] = figures?.theses ?? [];
    expect(one?.stance).toMatchObject({ value: null, why: "few" });
    expect(figures?.sets.low).toBeLessThanOrEqual(figures?.sets.value ?? -2);
    expect(figures).toEqual((await getRound(partner(), { id: round.id })).figures);
  });

  it("is not changed by what becomes of the tags later", async () => {
    const before = (await getRound(partner(), { id: round.id })).figures;
    await untagNews(partner(), { id: items[0] ?? "", thesis: "two" });
    expect((await getRound(partner(), { id: round.id })).figures).toEqual(before);
    await tagNews(partner(), { id: items[0] ?? "", thesis: "two", stance: "for", strength: 2 });
  });

  it("cannot be read on when it is closed", async () => {
    const [open] = (await listDisagreements(analyst(), {})).data;
    await expect(readTask(analyst(), { id: open?.id ?? "", tags: [] })).rejects.toMatchObject({
      details: { key: "agreementClosed" },
    });
    await expect(closeRound(partner(), { id: round.id })).rejects.toMatchObject({
      details: { key: "agreementClosed" },
    });
  });
});

describe("a disagreement", () => {
  let id: string;
  let newsId: string;
  beforeAll(async () => {
    await fresh();
    newsId = await item("Disputed");
    await drawFor();
    const [task] = await myTasks();
    id = task?.id ?? "";
    await readTask(analyst(), { id, tags: [{ thesis: "two", stance: "against", strength: 3 }] });
  });
  const settle = (
    as: "analyst" | "partner" | "owner",
    input: object = { take: "a", reason: "both looked again" },
  ) => settleDisagreement(workspace.as(as), { id, ...input } as Parameters<typeof settleDisagreement>[1]);

  it("shows both readings, without names, on sides that tell nothing", async () => {
    const [open] = (await listDisagreements(workspace.as("owner"), {})).data;
    expect(open).toMatchObject({ id, item: { id: newsId }, settlement: null });
    expect([open?.a, open?.b]).toEqual(
      expect.arrayContaining([
        [expect.objectContaining({ thesis: "one", stance: "for" })],
        [expect.objectContaining({ thesis: "two", stance: "against", strength: 3 })],
      ]),
    );
    expect(JSON.stringify(open)).not.toMatch(/The (partner|analyst)/);
  });

  it("is not settled by one of the two, without a reason, or with tags and a side at once", async () => {
    await expect(settle("analyst")).rejects.toMatchObject({ details: { key: "agreementOwnReading" } });
    await expect(settle("owner", { take: "a", reason: " " })).rejects.toMatchObject({ code: "INVALID" });
    await expect(settle("owner", { take: "a", tags: [], reason: "x" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(settle("owner", { take: "other", reason: "x" })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("is settled once; what is settled supersedes what stood, says why, and can be taken back", async () => {
    const tags = [{ thesis: "two", stance: "neutral", strength: 1 }];
    const settled = await settle("owner", { take: "other", tags, reason: "it only mentions it" });
    expect(settled.settlement).toMatchObject({
      settledFor: "other",
      by: "The owner",
      reason: "it only mentions it",
    });
    expect(Object.values(settled.settlement?.readers ?? {}).sort()).toEqual(["The analyst", "The partner"]);
    expect((await getNews(partner(), { id: newsId })).tags).toMatchObject([
      {
        thesis: "two",
        stance: "neutral",
        origin: "person",
        by: "The owner",
        note: "Settled: it only mentions it",
      },
    ]);
    await expect(settle("owner")).rejects.toMatchObject({ details: { key: "agreementSettled" } });
    expect((await listDisagreements(partner(), {})).data).toEqual([]);
    expect((await listDisagreements(partner(), { settled: true })).data).toMatchObject([{ id }]);
    await undoBatch(partner(), { id: settled.settlement?.batchId ?? "" });
    expect((await getNews(partner(), { id: newsId })).tags).toMatchObject([{ thesis: "one", stance: "for" }]);
  });
});
