import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateNews } from "@/features/news/commands/news-items";
import { getNews } from "@/features/news/queries/news-item";
import { listNews } from "@/features/news/queries/news-list";
import { getOverview } from "@/features/overview/queries";
import { dayIn } from "@/lib/calendar/days";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { createFeed, updateFeed } from "./commands/feeds";
import { refresh, refreshFeed } from "./commands/refresh-feed";
import { refreshFeedJob } from "./jobs";
import { getFeed } from "./queries/feeds";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let workspace: TestWorkspace;
let server: Server;
let base: string;
let answers: Record<string, Answer>;
let asked: { path: string; headers: IncomingMessage["headers"] }[];
let number = 0;

beforeAll(async () => {
  workspace = await freshWorkspace();
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    const answer = answers[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  answers = {};
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Item = { guid: string; title: string; date?: string; text?: string; link?: string };

function rss(items: Item[], title = "A blog"): string {
  const entries = items.map(
    ({
      guid,
      title: name,
      date,
      text = "Text",
      link,
    }) => `<item><guid isPermaLink="false">${guid}</guid><title>${name}</title>
      ${link ? `<link>${link}</link>` : ""}${date ? `<pubDate>${date}</pubDate>` : ""}<description>${text}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://blog.example/</link>${entries.join("")}</channel></rss>`;
}

const send =
  (body: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { "content-type": "application/rss+xml", ...headers }).end(body);

/** The one item of a feed. */
async function only(feed: string) {
  const { data } = await listNews(workspace.as("viewer"), { feed: [feed] });
  return getNews(workspace.as("viewer"), { id: data[0]?.id ?? "" });
}

async function follow(answer: Answer) {
  const path = `/feed-${++number}.xml`;
  answers[path] = answer;
  const feed = await createFeed(workspace.as("admin"), { url: `${base}${path}` });
  return { ...feed, path };
}

const admin = () => workspace.as("admin");

describe("a feed that answers", () => {
  it("brings its items once, however often it is read", async () => {
    const feed = await follow(
      send(
        rss([
          { guid: "1", title: "First", date: "Fri, 16 Feb 2024 08:00:00 GMT" },
          { guid: "2", title: "Second" },
        ]),
      ),
    );
    expect(feed).toMatchObject({
      status: "active",
      lastError: null,
      title: expect.stringContaining("127.0.0.1"),
    });
    expect(await refreshFeed(workspace.as("analyst"), { id: feed.id })).toEqual({
      outcome: "updated",
      found: 2,
      created: 2,
      updated: 0,
      repeated: 0,
      unread: 0,
      error: null,
      problem: null,
    });
    expect(await refreshFeed(workspace.as("analyst"), { id: feed.id })).toMatchObject({
      outcome: "unchanged",
      found: 2,
      created: 0,
      updated: 0,
    });
    expect(await getFeed(admin(), { id: feed.id })).toMatchObject({
      title: "A blog",
      siteUrl: "https://blog.example/",
      itemCount: 2,
      status: "active",
    });
    const { data } = await listNews(admin(), { feed: [feed.id] });
    expect(data.map((item) => [item.title, item.dateStated])).toEqual([
      ["Second", false],
      ["First", true],
    ]);
    expect(data[1]?.publishedAt).toBe("2024-02-16T08:00:00.000Z");
    expect(data[0]?.publishedAt).toBe(data[0]?.firstSeenAt);
  });

  it("keeps every item whose guid or address others share, and is read again without adding any", async () => {
    const feed = await follow(send(rss([])));
    const titles = ["One", "Two", "Three", "Four", "Five"];
    const shared = titles.map((title) => ({ guid: "same", title, link: `https://blog.example/${title}` }));
    answers[feed.path] = send(rss(shared));
    expect(await refresh(admin(), feed.id)).toMatchObject({ found: 5, created: 5, repeated: 0 });
    expect(await refresh(admin(), feed.id)).toMatchObject({ created: 0, updated: 0 });

    const other = await follow(send(rss([])));
    const bare = titles.map(
      (title) => `<item><title>${title}</title><link>https://blog.example/</link></item>`,
    );
    answers[other.path] = send(
      `<rss version="2.0"><channel><title>B</title>${bare.join("")}</channel></rss>`,
    );
    expect(await refresh(admin(), other.id)).toMatchObject({ found: 5, created: 5 });
  });
  it("keeps an item whose guid changes as one, and says what it holds twice", async () => {
    const feed = await follow(send(rss([])));
    const item = { title: "Weights opened", link: "https://blog.example/weights" };
    answers[feed.path] = send(rss([{ ...item, guid: "1" }]));
    await refresh(admin(), feed.id);
    answers[feed.path] = send(rss([{ ...item, guid: "2" }]));
    expect(await refresh(admin(), feed.id)).toMatchObject({ created: 0, updated: 0 });
    answers[feed.path] = send(rss([{ ...item, guid: "3", text: "More" }]));
    expect(await refresh(admin(), feed.id)).toMatchObject({ created: 0, updated: 1 });
    expect((await listNews(admin(), { feed: [feed.id] })).data).toHaveLength(1);
    answers[feed.path] = send(
      rss([
        { ...item, guid: "3", text: "More" },
        { ...item, guid: "3", text: "More" },
      ]),
    );
    expect(await refresh(admin(), feed.id)).toMatchObject({ found: 2, created: 0, updated: 0, repeated: 1 });
  });
  it("keeps what an item said before its source changed it, and its first date", async () => {
    const feed = await follow(
      send(rss([{ guid: "1", title: "Old title", date: "Fri, 16 Feb 2024 08:00:00 GMT" }])),
    );
    await refresh(admin(), feed.id);
    answers[feed.path] = send(
      rss([
        { guid: "1", title: "New title", text: "<b>New</b> text", date: "Sat, 17 Feb 2024 08:00:00 GMT" },
      ]),
    );
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "updated", created: 0, updated: 1 });
    const { data } = await listNews(admin(), { feed: [feed.id] });
    const item = await getNews(admin(), { id: data[0]?.id ?? "" });
    expect(item).toMatchObject({
      title: "New title",
      publishedAt: "2024-02-16T08:00:00.000Z",
      version: 2,
      excerpt: "New text",
    });
    expect(item.revisions.map((revision) => revision.title)).toEqual(["Old title"]);
  });

  it("leaves what a person corrected as it is, and changes the rest", async () => {
    const feed = await follow(
      send(rss([{ guid: "a", title: "Teh title", text: "Text", date: "2024-02-16" }])),
    );
    await refresh(workspace.as("admin"), feed.id);
    const { id, version } = await only(feed.id);
    await updateNews(workspace.as("analyst"), { id, version, title: "The title" });
    answers[feed.path] = send(
      rss([{ guid: "a", title: "Teh titel", text: "Longer text", date: "2024-02-16" }]),
    );
    expect(await refresh(workspace.as("admin"), feed.id)).toMatchObject({ updated: 1 });
    expect(await only(feed.id)).toMatchObject({ title: "The title", excerpt: "Longer text" });

    const corrected = await only(feed.id);
    await updateNews(workspace.as("analyst"), { id, version: corrected.version, text: "My own words" });
    answers[feed.path] = send(
      rss([{ guid: "a", title: "Teh titel", text: "Yet another", date: "2024-02-16" }]),
    );
    await refresh(workspace.as("admin"), feed.id);
    expect(await only(feed.id)).toMatchObject({ title: "The title", excerpt: "My own words" });
  });

  it("is not stored anew when only its date moves", async () => {
    const feed = await follow(send(rss([{ guid: "1", title: "T", date: "Fri, 16 Feb 2024 08:00:00 GMT" }])));
    await refresh(admin(), feed.id);
    answers[feed.path] = send(rss([{ guid: "1", title: "T", date: "Sat, 17 Feb 2024 08:00:00 GMT" }]));
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "unchanged", created: 0, updated: 0 });
  });

  it("does not believe impossible dates, keeps them as claimed, and finds them by it", async () => {
    const feed = await follow(
      send(
        rss([
          { guid: "1", title: "Ahead", date: "Fri, 16 Feb 2074 08:00:00 GMT" },
          { guid: "2", title: "Epoch", date: "Thu, 01 Jan 1970 00:00:00 GMT" },
          { guid: "3", title: "Silent" },
          { guid: "4", title: "Sound", date: "Fri, 16 Feb 2024 08:00:00 GMT" },
        ]),
      ),
    );
    await refresh(admin(), feed.id);
    const { data } = await listNews(admin(), { feed: [feed.id], doubtful: true });
    const claims = data.map(({ title, dateDoubt, claimedAt }) => [title, dateDoubt, claimedAt]).sort();
    expect(claims).toEqual([
      ["Ahead", "future", "2074-02-16T08:00:00.000Z"],
      ["Epoch", "past", "1970-01-01T00:00:00.000Z"],
      ["Silent", "missing", null],
    ]);
    for (const item of data) expect(item).toMatchObject({ dateStated: false, publishedAt: item.firstSeenAt });
    const today = dayIn(new Date(data[0]?.firstSeenAt ?? ""), "UTC");
    const seen = { feed: [feed.id], seenFrom: today };
    expect((await listNews(admin(), seen)).data).toHaveLength(4);
    expect((await listNews(admin(), { feed: [feed.id], seenTo: today })).data).toHaveLength(0);
  });

  it("takes titles and texts that PostgreSQL could not hold", async () => {
    const feed = await follow(
      send(
        JSON.stringify({
          version: "https://jsonfeed.org/version/1.1",
          title: "J",
          items: [{ id: "1", title: "a\u0000b \ud800", content_text: "x" }],
        }),
        { "content-type": "application/feed+json" },
      ),
    );
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "updated", created: 1 });
  });

  it("takes a thousand items, and again", async () => {
    const items = Array.from({ length: 1000 }, (_, index) => ({
      guid: String(index),
      title: `Item ${index}`,
    }));
    const feed = await follow(send(rss(items)));
    expect(await refresh(admin(), feed.id)).toMatchObject({ created: 1000 });
    expect(await refresh(admin(), feed.id)).toMatchObject({ created: 0, updated: 0 });
  });

  it("that used to bring something and brings nothing is said to be silent", async () => {
    const items = (day: (at: number) => string) =>
      rss([1, 2, 3, 4, 5].map((at) => ({ guid: `${at}`, title: `Item ${at}`, date: day(at) })));
    const silent = await follow(send(items((at) => `2024-02-0${at}T00:00:00Z`)));
    const lively = await follow(send(items((at) => new Date(Date.now() - at * 86_400_000).toISOString())));
    for (const { id } of [silent, lively]) await refresh(workspace.as("admin"), id);
    const health = async (id: string) => getFeed(workspace.as("viewer"), { id });
    expect(await health(silent.id)).toMatchObject({ silent: true, quietAfter: "2024-02-12T00:00:00.000Z" });
    expect(await health(lively.id)).toMatchObject({ silent: false, status: "active" });
    const { feeds } = await getOverview(workspace.as("viewer"), {});
    expect(feeds.trouble.filter(({ failureCount }) => failureCount === 0).map(({ id }) => id)).toEqual([
      silent.id,
    ]);
  });

  it("is read where it says it lies", async () => {
    const items = rss([{ guid: "a", title: "A", link: "posts/a" }]).replace(
      "<link>https://blog.example/</link>",
      "",
    );
    const feed = await follow(send(items, { "content-location": "http://elsewhere.example/feeds/all" }));
    await refresh(workspace.as("admin"), feed.id);
    const { data } = await listNews(workspace.as("viewer"), { feed: [feed.id] });
    expect(data).toMatchObject([{ url: "http://elsewhere.example/feeds/posts/a" }]);
  });

  it("is asked for all it has once it is silent, whatever its server says of changes", async () => {
    let items = [1, 2, 3, 4, 5].map((at) => ({
      guid: `${at}`,
      title: `Old ${at}`,
      date: `2024-02-0${at}T00:00:00Z`,
    }));
    const feed = await follow((request, response) => {
      if (request.headers["if-modified-since"]) response.writeHead(304).end();
      else response.writeHead(200, { "last-modified": "Fri, 01 Jan 2041 00:00:00 GMT" }).end(rss(items));
    });
    await refresh(admin(), feed.id);
    items = [{ guid: "6", title: "New", date: "2024-03-01T00:00:00Z" }, ...items];
    expect(await refresh(admin(), feed.id)).toMatchObject({ created: 1 });
  });

  it("is read packed without saying so, behind a page that leads on, and behind a cookie", async () => {
    const document = rss([{ guid: "1", title: "T" }]);
    const packed = await follow(send(gzipSync(document)));
    expect(await refresh(admin(), packed.id)).toMatchObject({ created: 1 });

    const moved = await follow((_, response) =>
      response
        .writeHead(200, { "content-type": "text/html" })
        .end('<html><head><meta http-equiv="refresh" content="0; url=/new-place.xml"></head></html>'),
    );
    answers["/new-place.xml"] = send(document);
    expect(await refresh(admin(), moved.id)).toMatchObject({ created: 1 });
    expect((await getFeed(admin(), { id: moved.id })).url).toBe(moved.url);

    const guarded = await follow((request, response) => {
      if (request.headers.cookie === "seen=1; b=2") response.end(document);
      else
        response
          .writeHead(302, { location: guarded.path, "set-cookie": ["seen=1; Path=/; HttpOnly", "b=2"] })
          .end();
    });
    expect(await refresh(admin(), guarded.id)).toMatchObject({ created: 1 });
  });

  it("is asked with what it gave to recognise the same document by", async () => {
    const feed = await follow((request, response) => {
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"v1"', "last-modified": "Fri, 16 Feb 2024 08:00:00 GMT" })
          .end(rss([{ guid: "1", title: "T" }]));
    });
    await refresh(admin(), feed.id);
    expect(await refresh(admin(), feed.id)).toMatchObject({
      outcome: "unchanged",
      found: 0,
      created: 0,
      updated: 0,
      error: null,
      problem: null,
    });
    expect(asked.at(-1)?.headers).toMatchObject({
      "if-none-match": '"v1"',
      "if-modified-since": "Fri, 16 Feb 2024 08:00:00 GMT",
    });
    await refresh(admin(), feed.id);
    expect(asked.at(-1)?.headers).toMatchObject({ "if-none-match": '"v1"' });
  });
});

describe("a feed that misbehaves", () => {
  it.each([
    ["answers 500", 500, "status", "The site answered with an error (500)."],
    ["blocks readers", 403, "blocked", "The site blocks automated reading (403)."],
    ["is not there", 404, "not-found", "There is nothing at this address (404)."],
  ])("%s: says so and is tried again later", async (_, status, problem, sentence) => {
    const feed = await follow((__, response) => response.writeHead(status).end("no"));
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "failed", error: sentence, problem });
    const once = await getFeed(admin(), { id: feed.id });
    expect(once).toMatchObject({
      status: "failing",
      lastError: sentence,
      failureCount: 1,
      lastSuccessAt: null,
    });
    await refresh(admin(), feed.id);
    const twice = await getFeed(admin(), { id: feed.id });
    expect(wait(twice)).toBeGreaterThan(wait(once) * 1.5);
  });

  it("recovers by itself", async () => {
    const feed = await follow((_, response) => response.writeHead(500).end());
    await refresh(admin(), feed.id);
    answers[feed.path] = send(rss([{ guid: "1", title: "Back" }]));
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "updated", created: 1 });
    expect(await getFeed(admin(), { id: feed.id })).toMatchObject({
      status: "active",
      lastError: null,
      failureCount: 0,
    });
  });

  it("says when to come back and is believed", async () => {
    const feed = await follow((_, response) => response.writeHead(429, { "retry-after": "86400" }).end());
    await refresh(admin(), feed.id);
    expect(wait(await getFeed(admin(), { id: feed.id }))).toBeGreaterThan(86_000_000);
  });

  it("is gone for good: paused, and said so in the audit", async () => {
    const feed = await follow((_, response) => response.writeHead(410).end());
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "failed", problem: "gone" });
    expect(await getFeed(admin(), { id: feed.id })).toMatchObject({ status: "paused", problem: "gone" });
    await updateFeed(admin(), { id: feed.id, status: "active" });
    expect(await getFeed(admin(), { id: feed.id })).toMatchObject({ status: "active", lastError: null });
  });

  it("moved for good: its address follows; moved for now: it stays", async () => {
    const feed = await follow((_, response) => response.writeHead(301, { location: "/moved.xml" }).end());
    answers["/moved.xml"] = send(rss([{ guid: "1", title: "T" }]));
    await refresh(admin(), feed.id);
    expect(await getFeed(admin(), { id: feed.id })).toMatchObject({ url: `${base}/moved.xml`, version: 2 });
    const elsewhere = await follow((_, response) =>
      response.writeHead(302, { location: "/for-now.xml" }).end(),
    );
    answers["/for-now.xml"] = send(rss([{ guid: "1", title: "T" }]));
    await refresh(admin(), elsewhere.id);
    expect(await getFeed(admin(), { id: elsewhere.id })).toMatchObject({
      url: `${base}${elsewhere.path}`,
      status: "active",
    });
  });

  it("moved to where another feed is: both stay", async () => {
    const first = await follow(send(rss([])));
    const second = await follow((_, response) => response.writeHead(301, { location: first.path }).end());
    expect(await refresh(admin(), second.id)).toMatchObject({ outcome: "unchanged" });
    expect(await getFeed(admin(), { id: second.id })).toMatchObject({ url: `${base}${second.path}` });
  });

  it("redirects in a circle", async () => {
    const feed = await follow((request, response) =>
      response.writeHead(302, { location: request.url ?? "/" }).end(),
    );
    expect(await refresh(admin(), feed.id)).toMatchObject({
      outcome: "failed",
      problem: "too-many-redirects",
    });
  });

  it("sends a few kilobytes that unpack to gigabytes", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const feed = await follow(send(bomb, { "content-encoding": "gzip" }));
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "failed", problem: "too-large" });
  });

  it("sends a web page", async () => {
    const feed = await follow(
      send("<!doctype html><html><body>Hello</body></html>", { "content-type": "text/html" }),
    );
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "failed", problem: "not-a-feed" });
  });

  it("sends a feed under a wrong content type", async () => {
    const feed = await follow(send(rss([{ guid: "1", title: "T" }]), { "content-type": "text/html" }));
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "updated", created: 1 });
  });

  it("hangs up in the middle", async () => {
    const feed = await follow((_, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("<rss>");
      response.destroy();
    });
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "failed" });
  });

  it("is at a port where nobody listens", async () => {
    const feed = await createFeed(admin(), { url: "http://127.0.0.1:9/feed.xml" });
    expect(await refresh(admin(), feed.id)).toMatchObject({ outcome: "failed", problem: "connection" });
  });
});

describe("a queued job", () => {
  const job = (feedId: string) => refreshFeedJob.handle({ workspaceId: workspace.workspaceId, feedId });

  it("reads a feed that is due once, however often it runs", async () => {
    const feed = await follow(send(rss([{ guid: "1", title: "T" }])));
    await job(feed.id);
    await job(feed.id);
    expect(asked).toHaveLength(1);
  });

  it("leaves paused feeds alone, and feeds that are gone", async () => {
    const feed = await follow(send(rss([])));
    await updateFeed(admin(), { id: feed.id, status: "paused" });
    await job(feed.id);
    await job(workspace.workspaceId);
    expect(asked).toHaveLength(0);
  });
});

describe("who may", () => {
  it("a viewer may not have a feed read", async () => {
    const feed = await follow(send(rss([])));
    await expect(refreshFeed(workspace.as("viewer"), { id: feed.id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("another workspace's feed does not exist", async () => {
    const feed = await follow(send(rss([])));
    const other = await freshWorkspace();
    await expect(refreshFeed(other.as("owner"), { id: feed.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(asked).toHaveLength(0);
  });
});

function wait(feed: { nextCheckAt: string; lastCheckedAt: string | null }): number {
  return new Date(feed.nextCheckAt).getTime() - new Date(feed.lastCheckedAt ?? 0).getTime();
}
