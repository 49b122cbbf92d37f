import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCompany, updateCompany } from "@/features/companies/commands";
import { companyIndex } from "@/features/companies/record";
import { createFeed } from "@/features/feeds/commands/feeds";
import { importNewsText } from "@/features/imports/commands/import-news";
import { storeFullText } from "@/features/news/commands/full-text";
import { createNews, inboundNews, updateNews } from "@/features/news/commands/news-items";
import type { FetchedItem } from "@/features/news/commands/prepare-item";
import { storeItems } from "@/features/news/commands/store-items";
import { listNews } from "@/features/news/queries/news-list";
import { newsIndex } from "@/features/news/record";
import { addNewsNote, updateNote } from "@/features/notes/commands/notes";
import { noteIndex } from "@/features/notes/queries/notes";
import { listRuns } from "@/features/runs/queries/runs";
import { indexTerms, termsVersion } from "@/lib/text/search-terms";
import { seedDemo } from "@/prisma/seed/demo";
import { Prisma } from "@/server/db/client";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { workRun } from "@/server/jobs/runs/work-run";
import { inTransaction } from "@/server/operation/transaction";
import type { SearchIndex } from "@/server/sql/search";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { startIndexing } from "./commands";
import { indexStoredRun } from "./jobs/index-stored";
import { indexUnindexedJob } from "./jobs/unindexed";

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");
beforeAll(async () => {
  await client.connect();
  await seedDemo({ databaseUrl: process.env.DATABASE_URL ?? "" });
  workspace = await freshWorkspace();
});
afterAll(() => client.end());

const indexes = [newsIndex, companyIndex, noteIndex];

/** Rows that are not found by what they say. */
async function stale({ table, text }: SearchIndex, schema = "public"): Promise<string[]> {
  const said = text(Prisma.raw("t")).sql;
  const { rows } = await client.query(`SELECT ${said} AS text, t.search::text FROM ${schema}.${table} AS t`);
  const wrong: string[] = [];
  for (const row of rows) {
    const right = await client.query("SELECT array_to_tsvector($1::text[])::text AS search", [
      indexTerms(row.text),
    ]);
    if (right.rows[0]?.search !== row.search) wrong.push(row.text);
  }
  return wrong;
}

const fetched = (title: string, text: string): FetchedItem => ({
  ...{ sourceKey: "one", url: null, title, author: null, language: null },
  ...{ publishedAt: "2024-02-16T00:00:00Z", html: text, text },
});

it("whoever writes a text writes what it is found by", async () => {
  const item = await createNews(analyst(), {
    title: "Tern-4 原始碼",
    text: "AT&T",
    publishedAt: "2024-02-16",
  });
  await updateNews(analyst(), { id: item.id, text: "Character.AI" });
  const inbound = await inboundNews(analyst(), { url: "https://a.example/1", title: "Knot 1.5" });
  await storeFullText(analyst(), { id: inbound.id, html: "<p>Ｆｕｌｌ</p>", text: "Ｆｕｌｌ text" });
  const { id: feedId } = await createFeed(workspace.as("admin"), {
    url: "https://a.example/rss",
    paused: true,
  });
  const store = (...items: FetchedItem[]) =>
    inTransaction({ ...analyst(), now: new Date() }, "command", "test.store", {}, (ctx) => {
      ctx.unaudited();
      return storeItems(ctx, feedId, items);
    });
  const [id = ""] = (await store(fetched("Ruff-1", "naïve"))).created;
  await store(fetched("Ruff-2", "café"));
  await updateNews(analyst(), { id, title: "Ruff, corrected" });
  await store(fetched("Ruff-3", "théâtre"));
  await importNewsText(analyst(), {
    format: "csv",
    content: "title,date\nGarganey v2.0,2024-02-16",
    wait: true,
  });
  const company = await createCompany(analyst(), { name: { en: "Smew.io" }, aliases: ["S&W"] });
  await updateCompany(analyst(), { id: company.id, formerNames: ["Étoile"], domain: "smew.io" });
  const note = await addNewsNote(analyst(), { id, text: "GPT-4" });
  await updateNote(analyst(), { id: note.id, text: "GPT-5 或 雲鋅" });
  for (const index of indexes) expect(await stale(index)).toEqual([]);
  const { data } = await listNews(analyst(), { q: "Ruff corrected theatre" });
  expect(data.map(({ title }) => title)).toEqual(["Ruff, corrected"]);
});

describe("after the tokenizer changed", () => {
  let then: string;
  const titles = async (q: string, asOf?: string) =>
    (await listNews(workspace.as("viewer"), { q, asOf })).data.map(({ title }) => title);

  beforeAll(async () => {
    const { id } = await createNews(analyst(), {
      title: "Plover-7 opens weights",
      publishedAt: "2024-02-16",
    });
    const now = new Date();
    then = now.toISOString();
    await updateNews(
      { ...analyst(), now: new Date(now.getTime() + 1000) },
      { id, title: "Dotterel-8 opens weights" },
    );
    for (let at = 0; at < 150; at += 1)
      await createNews(analyst(), { title: `Avocet ${at}`, publishedAt: "2024-02-16" });
    // As a database is that was filled before.
    const asFilledBefore = (tab: string, said: string) =>
      client.query(`UPDATE ${tab} SET search = to_tsvector('english', ${said}) WHERE workspace_id = $1`, [
        workspace.workspaceId,
      ]);
    for (const schema of ["public", "history"]) {
      await asFilledBefore(`${schema}.news_item`, "title");
      await asFilledBefore(`${schema}.company`, "name_en");
    }
    await asFilledBefore("note", "text");
    await client.query("UPDATE workspace SET search_version = 0 WHERE id = $1", [workspace.workspaceId]);
  });

  const versions = async () =>
    (
      await client.query(
        `SELECT (SELECT count(*) FROM history.news_item) AS past, (SELECT sum(version) FROM news_item) AS version,
           (SELECT max(recorded_at) FROM news_item) AS last`,
      )
    ).rows[0];

  it("a worker that starts sees it, indexes in steps that go on where they were left, and makes no version", async () => {
    const { workspaceId } = workspace;
    const before = await versions();
    expect(await titles("Dotterel-8")).toEqual([]);
    expect(await titles("weights")).toEqual(["Dotterel-8 opens weights"]);
    expect(await indexUnindexedJob.due?.find(new Date(), 10)).toEqual([{ data: { workspaceId } }]);
    await indexUnindexedJob.handle({ workspaceId });
    await indexUnindexedJob.handle({ workspaceId });
    const { data } = await listRuns(workspace.as("admin"), { kind: "search.index" });
    const [run] = data;
    expect(data).toMatchObject([{ state: "queued", startedBy: null }]);
    for (let turn = 0; turn < 3; turn += 1)
      expect(await workRun(indexStoredRun, { workspaceId, runId: run?.id ?? "" }, () => false)).toBe("left");
    expect(await finishRun(workspace.as("admin"), indexStoredRun, run?.id ?? "")).toMatchObject({
      state: "done",
    });
    const [done] = (await listRuns(workspace.as("admin"), { kind: "search.index" })).data;
    expect(done?.done).toBe(run?.total);
    for (const index of indexes) expect(await stale(index)).toEqual([]);
    for (const index of [newsIndex, companyIndex]) expect(await stale(index, "history")).toEqual([]);
    expect(await versions()).toEqual(before);
  });

  it("finds the present and the past", async () => {
    expect(await titles("Dotterel-8")).toEqual(["Dotterel-8 opens weights"]);
    expect(await titles("Plover-7")).toEqual([]);
    expect(await titles("Plover-7", then)).toEqual(["Plover-7 opens weights"]);
  });

  it("is not begun again, nor in a new workspace", async () => {
    expect(await indexUnindexedJob.due?.find(new Date(), 10)).toEqual([]);
    expect(await startIndexing(workspace.as("admin"), {})).toEqual({ runId: null });
    const { rows } = await client.query("SELECT DISTINCT search_version FROM workspace");
    expect(rows).toEqual([{ search_version: termsVersion }]);
  });
});

it("of a text with more terms than a row holds, the beginning is found", async () => {
  const text = Array.from({ length: 190_000 }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((at * 7919 + (at >> 6)) % 20_000)),
  ).join("");
  await createNews(analyst(), { title: "Gadwall-9", text, publishedAt: "2024-02-16" });
  const { data } = await listNews(analyst(), { q: `Gadwall-9 ${text.slice(0, 20)}` });
  expect(data).toHaveLength(1);
});
