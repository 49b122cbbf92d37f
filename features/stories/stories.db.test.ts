import { beforeEach, describe, expect, it } from "vitest";
import { createFeed } from "@/features/feeds/commands/feeds";
import { storeFetch } from "@/features/feeds/commands/store-fetch";
import { createNews } from "@/features/news/commands/news-items";
import { listNews } from "@/features/news/queries/news-list";
import { listRuns } from "@/features/runs/queries/runs";
import { tagNews } from "@/features/tags/commands/tags";
import { createThesis } from "@/features/theses/commands";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { joinStory, splitStory } from "./commands/decide";
import { placeItems } from "./commands/place";
import { placeStoredRun } from "./jobs/stored";
import { placeUnplacedJob } from "./jobs/unplaced";
import { getStory, listStories, storyOfItem } from "./queries/stories";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");
beforeEach(async () => {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
});

let number = 0;
async function add(
  title: string,
  publishedAt = "2024-02-16T08:00:00Z",
  more: { url?: string; text?: string } = {},
) {
  number += 1;
  const url = more.url ?? `https://source-${number}.example/${number}`;
  const { id } = await createNews(analyst(), { title, publishedAt, url, text: more.text });
  return id;
}
/** An item as a feed brings it. */
async function fetched(title: string, publishedAt: string, url: string): Promise<string> {
  number += 1;
  const feed = await createFeed(workspace.as("admin"), { url: `http://127.0.0.1:1/${number}`, paused: true });
  const item = { sourceKey: "1", url, title, author: null, language: null, publishedAt, html: "", text: "" };
  const answer = { permanentUrl: null, etag: null, lastModified: null, keepFor: null };
  const outcome = {
    kind: "document" as const,
    ...answer,
    title: null,
    siteUrl: null,
    language: null,
    items: [item],
  };
  await storeFetch(analyst(), { id: feed.id, url: feed.url, outcome });
  return (await listNews(analyst(), { feed: [feed.id] })).data[0]?.id ?? "";
}
const place = (...ids: string[]) => placeItems(analyst(), { ids });
const membersOf = async (id: string) => (await getStory(analyst(), { id })).items.map((item) => item.id);

describe("the reading list", () => {
  const shown = async (filters: Parameters<typeof listNews>[1]) =>
    (await listNews(analyst(), filters)).data.map(({ title, story }) => [title, story.items]);

  it("says how many items tell a story, and shows the first published of those that pass the filters when it is folded", async () => {
    await createThesis(workspace.as("owner"), { name: "Visual", slug: "visual", statement: "Pictures." });
    const first = await add("OpenAI whistleblower found dead in apartment");
    const later = await add("OpenAI Whistleblower Found Dead in Apartment", "2024-02-17T09:00:00Z");
    const alone = await add("Mistral releases a mixture of experts model", "2024-02-17T10:00:00Z");
    await place(first, later, alone);
    const [lone, told, retold] = [
      ["Mistral releases a mixture of experts model", 1],
      ["OpenAI whistleblower found dead in apartment", 2],
      ["OpenAI Whistleblower Found Dead in Apartment", 2],
    ];
    expect(await shown({})).toEqual([lone, retold, told]);
    expect(await shown({ fold: true })).toEqual([lone, told]);
    expect(await shown({ fold: true, q: "whistleblower" })).toEqual([told]);
    expect(await shown({ fold: true, from: "2024-02-17" })).toEqual([lone, retold]);

    await tagNews(analyst(), { id: later, thesis: "visual" });
    expect(await shown({ fold: true, thesis: "visual" })).toEqual([retold]);
    expect(await shown({ fold: true, untagged: true })).toEqual([lone, told]);
    await tagNews(analyst(), { id: first, thesis: "visual" });
    expect(await shown({ fold: true, thesis: "visual" })).toEqual([told]);
  });
});

describe("items that arrive", () => {
  it("join the story they tell, whatever the order and the batch, and a second time changes nothing", async () => {
    const first = await add("OpenAI whistleblower found dead in apartment");
    const other = await add("Mistral releases a mixture of experts model");
    expect(await place(first, other)).toEqual({ joined: 0, alone: 2 });
    const second = await add(
      "OpenAI whistleblower found dead in San Francisco apartment",
      "2024-02-17T08:00:00Z",
    );
    const third = await add("OpenAI Whistleblower Found Dead in Apartment", "2024-02-17T09:00:00Z");
    expect(await place(third, second)).toEqual({ joined: 2, alone: 0 });
    expect(await membersOf(third)).toEqual([first, second, third]);
    await place(first, second, third, other);
    expect(await membersOf(first)).toEqual([first, second, third]);
    expect(await getStory(analyst(), { id: first })).toMatchObject({ itemCount: 3, sourceCount: 3 });
    expect(await membersOf(other)).toEqual([other]);
  });

  it("stand alone when the same words come weeks later, and not when the address is the same", async () => {
    const first = await add("Trends in AI supercomputers, monthly figures", "2024-02-01");
    const later = await add("Trends in AI supercomputers, monthly figures", "2024-03-01");
    await place(first, later);
    expect(await membersOf(later)).toEqual([later]);
    const copied = await fetched(
      "Ein anderer Titel",
      "2024-01-01T00:00:00Z",
      "https://copied.example/a?utm_campaign=x",
    );
    const copy = await fetched(
      "Another headline altogether",
      "2024-03-02T00:00:00Z",
      "https://copied.example/a",
    );
    await place(copied);
    await place(copy);
    expect(await membersOf(copy)).toEqual([copied, copy]);
  });

  it("join a story told in other words", async () => {
    const first = await add("Apple sues OpenAI, accuses ex-employees of stealing trade secrets");
    const retold = await add(
      "Apple sues OpenAI, accusing it of stealing company secrets",
      "2024-02-16T12:00:00Z",
    );
    await place(first, retold);
    expect(await membersOf(first)).toEqual([first, retold]);
  });

  it("that only look alike are named on each other's pages, the likeliest first", async () => {
    const tokyo = await add("Pellmell opens robotics research office in Tokyo");
    const london = await add("Pellmell opens robotics research office in London");
    const later = await add("Pellmell office hires", "2024-02-16T09:00:00Z");
    await place(tokyo, london, later);
    expect(await membersOf(tokyo)).toEqual([tokyo]);
    const { similar } = await storyOfItem(analyst(), { id: tokyo });
    expect(similar.map(({ id }) => id)[0]).toBe(london);
  });

  it("are not merged with what answers them", async () => {
    const claim = await add("特斯拉放弃推出低成本汽车计划");
    const denial = await add("马斯克否认特斯拉放弃推出低成本汽车计划");
    await place(claim, denial);
    expect(await membersOf(claim)).toEqual([claim]);
    expect((await storyOfItem(analyst(), { id: claim })).similar.map(({ id }) => id)).toEqual([denial]);
  });
});

it("finds what was stored before there were stories", async () => {
  const id = await add("Weaveworks is shutting down");
  const other = await add("Weaveworks is shutting down for good", "2024-02-16T09:00:00Z");
  const due = await placeUnplacedJob.due?.find(new Date(), 10);
  const { workspaceId } = workspace;
  expect(due).toContainEqual({ data: { workspaceId } });
  await placeUnplacedJob.handle({ workspaceId });
  const { data } = await listRuns(analyst(), { kind: "story.place" });
  expect(data).toMatchObject([{ state: "queued", done: 0, total: 2 }]);
  await placeUnplacedJob.handle({ workspaceId });
  expect(await finishRun(analyst(), placeStoredRun, data[0]?.id ?? "")).toMatchObject({
    state: "done",
    result: { joined: 1, alone: 1 },
  });
  expect(await membersOf(id)).toEqual([id, other]);
  expect(await placeUnplacedJob.due?.find(new Date(), 10)).not.toContainEqual({ data: { workspaceId } });
});

describe("a person", () => {
  it("splits and joins, and the machine does not undo it", async () => {
    const [a, b, c] = [
      await add("Weaveworks is shutting down"),
      await add("Weaveworks is shutting down", "2024-02-16T09:00:00Z"),
      await add("An unlike headline of the same event", "2024-02-16T10:00:00Z"),
    ];
    await place(a, b, c);
    expect(await membersOf(a)).toEqual([a, b]);
    await splitStory(analyst(), { id: a, item: b });
    await joinStory(analyst(), { id: a, item: c });
    await place(a, b, c);
    expect(await membersOf(a)).toEqual([a, c]);
    expect(await membersOf(b)).toEqual([b]);
    // The one that named the story leaves; the others stay together.
    await joinStory(analyst(), { id: a, item: b });
    await splitStory(analyst(), { id: a, item: a });
    await place(a, b, c);
    expect(await membersOf(a)).toEqual([a]);
    expect((await membersOf(b)).sort()).toEqual([b, c].sort());
  });

  it("cannot split what is not in the story", async () => {
    const [a, b] = [await add("One thing"), await add("Quite another")];
    await place(a, b);
    await expect(splitStory(analyst(), { id: a, item: b })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(splitStory(analyst(), { id: a, item: a })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the list", () => {
  it("has a row per story, newest first, page by page, filtered by thesis and by day of the first telling", async () => {
    await createThesis(analyst(), { slug: "moe", name: "MoE", statement: "MoE" });
    const old = await add("An old story", "2024-01-01T00:00:00Z");
    const first = await add("Llama and its many experts", "2024-02-16T17:00:00Z");
    const { id: again } = await createNews(analyst(), {
      title: "Llama and its many experts",
      publishedAt: "2024-02-17T08:00:00Z",
      url: "https://again.example/",
      tags: [{ thesis: "moe" }],
    });
    await place(old, first, again);
    const page = await listStories(analyst(), { limit: 1 });
    expect(page.data).toMatchObject([{ id: first, itemCount: 2, items: [{ id: first }, { id: again }] }]);
    const next = await listStories(analyst(), { limit: 1, cursor: page.nextCursor ?? "" });
    expect(next.data.map(({ id }) => id)).toEqual([old]);
    expect((await listStories(analyst(), { thesis: ["moe"] })).data.map(({ id }) => id)).toEqual([first]);
    // 17:00 in London is the next day in Shanghai.
    expect((await listStories(analyst(), { from: "2024-02-17" })).data.map(({ id }) => id)).toEqual([first]);
    expect((await listStories(analyst(), { from: "2024-02-18" })).data).toEqual([]);
  });
});
