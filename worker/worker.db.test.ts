import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createFeed, updateFeed } from "@/features/feeds/commands/feeds";
import { importOpml } from "@/features/feeds/commands/opml";
import { getFeed } from "@/features/feeds/queries/feeds";
import { importNewsText } from "@/features/imports/commands/import-news";
import { getRun } from "@/features/runs/queries/runs";
import { workerIsAlive } from "@/server/jobs/health";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { startWorker } from "./start-worker";

let workspace: TestWorkspace;
let server: Server;
let base: string;
let worker: { stop(): Promise<void> };
const asked = new Map<string, number>();
const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();

const feedOf = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><guid>1</guid><title>News of ${title}</title></item></channel></rss>`;
const admin = () => workspace.as("admin");
const timesAsked = (path: string) => asked.get(path) ?? 0;
const stateOf = async (id: string) => getFeed(admin(), { id });

beforeAll(async () => {
  workspace = await freshWorkspace();
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.set(path, timesAsked(path) + 1);
    const answer = answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(200).end(feedOf(path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  worker = await startWorker({ pollSeconds: 1 });
});
afterAll(async () => {
  await worker.stop();
  server.closeAllConnections();
  server.close();
});

describe("the worker", () => {
  it("is seen to be alive", async () => {
    expect(await workerIsAlive()).toBe(true);
  });

  it("reads a feed as soon as it is followed, and not again before it is due", async () => {
    const feed = await createFeed(admin(), { url: `${base}/new.xml` });
    await vi.waitFor(
      async () => expect(await stateOf(feed.id)).toMatchObject({ title: "/new.xml", itemCount: 1 }),
      { timeout: 15_000, interval: 100 },
    );
    const { nextCheckAt } = await stateOf(feed.id);
    expect(new Date(nextCheckAt).getTime()).toBeGreaterThan(Date.now() + 10 * 60_000);
    expect(timesAsked("/new.xml")).toBe(1);
  });

  it("finds feeds that are due without anybody saying so", async () => {
    const outlines = Array.from(
      { length: 8 },
      (_, index) => `<outline type="rss" text="Feed ${index}" xmlUrl="${base}/listed-${index}.xml"/>`,
    );
    const { entries } = await importOpml(admin(), { opml: `<opml><body>${outlines.join("")}</body></opml>` });
    await vi.waitFor(
      async () => {
        for (const { feedId } of entries) expect((await stateOf(feedId ?? "")).lastSuccessAt).not.toBeNull();
      },
      { timeout: 25_000, interval: 250 },
    );
    for (let index = 0; index < 8; index++) expect(timesAsked(`/listed-${index}.xml`)).toBe(1);
  });

  it("is not held up by a site that hangs, and writes down one that fails", async () => {
    const held: ServerResponse[] = [];
    answers.set("/hangs.xml", (_, response) => held.push(response));
    answers.set("/fails.xml", (_, response) => response.writeHead(500).end());
    await createFeed(admin(), { url: `${base}/hangs.xml` });
    const failing = await createFeed(admin(), { url: `${base}/fails.xml` });
    const well = await createFeed(admin(), { url: `${base}/well.xml` });
    await vi.waitFor(
      async () => {
        expect((await stateOf(well.id)).lastSuccessAt).not.toBeNull();
        expect(await stateOf(failing.id)).toMatchObject({
          status: "failing",
          problem: "status",
          failureCount: 1,
        });
      },
      { timeout: 15_000, interval: 100 },
    );
    for (const response of held) response.destroy();
  });

  it("leaves paused feeds alone and reads them when they are resumed", async () => {
    const feed = await createFeed(admin(), { url: `${base}/paused.xml`, paused: true });
    await updateFeed(admin(), { id: feed.id, title: "Still paused" });
    expect(timesAsked("/paused.xml")).toBe(0);
    await updateFeed(admin(), { id: feed.id, status: "active" });
    await vi.waitFor(async () => expect((await stateOf(feed.id)).lastSuccessAt).not.toBeNull(), {
      timeout: 15_000,
      interval: 100,
    });
    expect(timesAsked("/paused.xml")).toBe(1);
  });

  it("stores a file that was handed over", async () => {
    const content = `title\n${Array.from({ length: 1200 }, (_, at) => `Headline ${at}\n`).join("")}`;
    const answer = await importNewsText(admin(), { format: "csv", content });
    const { id } = "run" in answer ? answer.run : { id: "" };
    await vi.waitFor(
      async () => expect(await getRun(admin(), { id })).toMatchObject({ state: "done", done: 1200 }),
      { timeout: 25_000, interval: 100 },
    );
  });
});
