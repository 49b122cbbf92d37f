import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNews } from "@/features/news/commands/news-items";
import { previewNews } from "@/features/news/commands/preview-page";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { createFeed, updateFeed } from "./commands/feeds";
import { exportOpml, importOpml } from "./commands/opml";
import { previewFeed } from "./commands/preview-feed";
import { refreshFeedJob } from "./jobs";
import { feedSummary, getFeed, listFeeds } from "./queries/feeds";

let workspace: TestWorkspace;
let server: Server;
let base: string;
const admin = () => workspace.as("admin");

const pages: Record<string, { type: string; body: string }> = {
  "/feed.xml": {
    type: "application/rss+xml",
    body: `<rss version="2.0"><channel><title>The feed</title><link>https://site.example/</link>${Array.from({ length: 12 }, (_, index) => `<item><title>Item ${index}</title></item>`).join("")}</channel></rss>`,
  },
  "/site": {
    type: "text/html",
    body: `<html><head><link rel="alternate" type="application/rss+xml" title="All" href="/feed.xml"><link rel="alternate" type="application/atom+xml" title="Talk" href="/talk.xml"></head></html>`,
  },
  "/plain": { type: "text/html", body: "<html><head><title>Nothing here</title></head></html>" },
  "/article": {
    type: "text/html; charset=utf-8",
    body: `<html lang="en"><head><meta property="og:title" content="A &amp; B"><meta property="article:published_time" content="2024-02-16T09:30:00+08:00"><meta name="description" content="What it says."></head></html>`,
  },
};

beforeAll(async () => {
  workspace = await freshWorkspace();
  server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    if (page) response.writeHead(200, { "content-type": page.type }).end(page.body);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe("following a feed", () => {
  it("works while the feed is down, under one form of its address", async () => {
    const feed = await createFeed(admin(), { url: " Example.COM/feed.xml#top " });
    expect(feed).toMatchObject({
      url: "https://example.com/feed.xml",
      title: "example.com",
      status: "active",
      lastError: null,
      lastCheckedAt: null,
    });
    await expect(createFeed(admin(), { url: "https://example.com/feed.xml" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining(feed.id),
    });
    await expect(createFeed(admin(), { url: "ftp://example.com/feed" })).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { url: expect.any(String) } },
    });
    await expect(
      createFeed(workspace.as("partner"), { url: "https://other.example/feed" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("can be paused, resumed, renamed and moved", async () => {
    const feed = await createFeed(admin(), { url: "https://moves.example/a", title: "Mine" });
    expect(await updateFeed(admin(), { id: feed.id, status: "paused", folder: "AI" })).toMatchObject({
      status: "paused",
      folder: "AI",
      version: 2,
    });
    await expect(updateFeed(admin(), { id: feed.id, version: 1, title: "Stale" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(
      updateFeed(admin(), { id: feed.id, url: "https://example.com/feed.xml" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect(
      await updateFeed(admin(), { id: feed.id, status: "active", url: "https://moves.example/b" }),
    ).toMatchObject({ status: "active", url: "https://moves.example/b", title: "Mine" });
  });

  it("is listed by title, state and folder", async () => {
    const { data } = await listFeeds(admin(), { folder: "AI" });
    expect(data.map((feed) => feed.title)).toEqual(["Mine"]);
    expect((await listFeeds(admin(), { q: "moves" })).data).toHaveLength(1);
    const first = await listFeeds(admin(), { limit: 1 });
    const second = await listFeeds(admin(), { limit: 1, cursor: first.nextCursor ?? "" });
    expect([first.data[0]?.title, second.data[0]?.title]).toEqual(["example.com", "Mine"]);
    expect(await feedSummary(admin(), {})).toMatchObject({
      active: 2,
      failing: 0,
      paused: 0,
      folders: ["AI"],
    });
  });

  it("is due at once, and not while paused", async () => {
    const feed = await createFeed(admin(), { url: "https://due.example/feed" });
    const due = async () =>
      (await refreshFeedJob.due?.find(new Date(Date.now() + 1000), 1000))?.filter(
        ({ singletonKey }) => singletonKey === feed.id,
      );
    expect(await due()).toMatchObject([
      { singletonKey: feed.id, group: { id: "due.example" }, data: { workspaceId: workspace.workspaceId } },
    ]);
    await updateFeed(admin(), { id: feed.id, status: "paused" });
    expect(await due()).toEqual([]);
  });
});

describe("previews", () => {
  it("show a feed before it is followed", async () => {
    const preview = await previewFeed(admin(), { url: `${base}/feed.xml` });
    expect(preview).toMatchObject({
      url: `${base}/feed.xml`,
      title: "The feed",
      discovered: "given",
      found: 12,
      existing: null,
      siteUrl: "https://site.example/",
    });
    expect(preview.items).toHaveLength(10);
    expect((await listFeeds(admin(), { q: "127.0.0.1" })).data).toEqual([]);
  });

  it("find the feed a page names, and say when it is followed already", async () => {
    const feed = await createFeed(admin(), { url: `${base}/feed.xml` });
    expect(await previewFeed(admin(), { url: `${base}/site` })).toMatchObject({
      url: `${base}/feed.xml`,
      discovered: "page",
      existing: { id: feed.id },
      others: [{ url: `${base}/talk.xml`, title: "Talk" }],
    });
  });

  it("say why there is nothing to show", async () => {
    await expect(previewFeed(admin(), { url: `${base}/plain` })).rejects.toMatchObject({ code: "INVALID" });
    await expect(previewFeed(admin(), { url: `${base}/down` })).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("503"),
    });
    await expect(previewFeed(admin(), { url: "http://10.0.0.1/feed" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(previewFeed(workspace.as("analyst"), { url: `${base}/feed.xml` })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("read what a page says about itself, to add it as news", async () => {
    expect(await previewNews(workspace.as("analyst"), { url: `${base}/article` })).toMatchObject({
      title: "A & B",
      publishedAt: "2024-02-16T01:30:00.000Z",
      excerpt: "What it says.",
      language: "en",
      existing: null,
    });
    const item = await createNews(workspace.as("analyst"), {
      title: "A & B",
      url: `${base}/article`,
      publishedAt: "2024-02-16",
    });
    expect(
      await previewNews(workspace.as("analyst"), { url: `${base}/article?utm_source=x` }).catch(
        (error: unknown) => error,
      ),
    ).toMatchObject({ code: "UNAVAILABLE" });
    expect(await previewNews(workspace.as("analyst"), { url: `${base}/article#part` })).toMatchObject({
      existing: { id: item.id },
    });
  });
});

describe("subscription lists", () => {
  const opml = `<opml version="2.0"><body>
    <outline text="News"><outline type="rss" text="One" xmlUrl="https://one.example/feed" htmlUrl="https://one.example/"/>
      <outline type="rss" text="Known" xmlUrl="https://example.com/feed.xml"/></outline>
    <outline type="rss" text="No address" xmlUrl=""/>
  </body></opml>`;

  it("are looked at first, then imported, and a second time change nothing", async () => {
    const look = await importOpml(admin(), { opml, dryRun: true });
    expect(look).toMatchObject({ dryRun: true, created: 1, existing: 1, problems: 1 });
    expect(look.entries.map(({ line, result, folder }) => [line, result, folder])).toEqual([
      [2, "created", "News"],
      [3, "exists", "News"],
      [4, "problem", null],
    ]);
    expect((await listFeeds(admin(), { q: "one.example" })).data).toEqual([]);

    const done = await importOpml(admin(), { opml, paused: true });
    const created = done.entries.find((entry) => entry.result === "created");
    expect(await getFeed(admin(), { id: created?.feedId ?? "" })).toMatchObject({
      title: "One",
      status: "paused",
      folder: "News",
      siteUrl: "https://one.example/",
    });
    expect(await importOpml(admin(), { opml })).toMatchObject({ created: 0, existing: 2, problems: 1 });
  });

  it("go out as they came in", async () => {
    const { opml: out } = await exportOpml(workspace.as("viewer"), {});
    const other = await freshWorkspace();
    const back = await importOpml(other.as("admin"), { opml: out });
    expect(back.problems).toBe(0);
    expect((await exportOpml(other.as("admin"), {})).opml.replace(/<title>.*<\/title>/, "")).toBe(
      out.replace(/<title>.*<\/title>/, ""),
    );
  });

  it("that are none are refused", async () => {
    await expect(importOpml(admin(), { opml: "<html></html>" })).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { opml: expect.any(String) } },
    });
  });
});
