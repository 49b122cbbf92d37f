import { beforeAll, describe, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { createFeed } from "@/features/feeds/commands/feeds";
import { storeFetch } from "@/features/feeds/commands/store-fetch";
import { linkCompany, unlinkCompany } from "@/features/mentions/commands/news-companies";
import { tagNews, untagNews } from "@/features/tags/commands/tags";
import { createThesis } from "@/features/theses/commands";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { createNews, inboundNews, updateNews } from "./commands/news-items";
import { newsKinds } from "./domain/kinds";
import { getNews } from "./queries/news-item";
import { listNews } from "./queries/news-list";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");

async function add(title: string, publishedAt: string, more: Partial<Parameters<typeof createNews>[1]> = {}) {
  return createNews(analyst(), { title, publishedAt, ...more });
}
async function titles(filters: Parameters<typeof listNews>[1]): Promise<string[]> {
  return (await listNews(analyst(), filters)).data.map((item) => item.title);
}

beforeAll(async () => {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
  for (const [slug, en] of [
    ["agents", "Agents"],
    ["moe", "MoE"],
    ["visual", "Visual"],
  ] as const) {
    await createThesis(workspace.as("owner"), {
      facet: "focus",
      slug,
      name: { en, zh: en },
      statement: { en, zh: en },
    });
  }
});

describe("filters", () => {
  beforeAll(async () => {
    await add("OpenAI releases Sora", "2024-02-16T02:00:00Z", {
      kind: "launch",
      tags: [{ thesis: "visual", stance: "for", strength: 3 }, { thesis: "agents" }],
    });
    await add("专家混合模型让开源大模型迎来新机遇", "2024-02-17T02:00:00Z", {
      tags: [{ thesis: "moe", stance: "against" }],
    });
    await add("Nothing of note", "2024-02-18T02:00:00Z", { text: "A quiet day in Zürich." });
  });

  it("by thesis: one, several without repeating an item, an unknown one", async () => {
    expect(await titles({ thesis: "moe" })).toEqual(["专家混合模型让开源大模型迎来新机遇"]);
    expect(await titles({ thesis: "visual,agents,moe" })).toEqual([
      "专家混合模型让开源大模型迎来新机遇",
      "OpenAI releases Sora",
    ]);
    await expect(titles({ thesis: "no-such-thesis" })).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { thesis: expect.stringContaining("no-such-thesis") } },
    });
  });

  it("by stance, with a thesis and without", async () => {
    expect(await titles({ thesis: "visual", stance: "for" })).toEqual(["OpenAI releases Sora"]);
    expect(await titles({ thesis: "visual", stance: "against" })).toEqual([]);
    expect(await titles({ stance: "against" })).toEqual(["专家混合模型让开源大模型迎来新机遇"]);
  });

  it("by Chinese words of one or two characters inside a sentence, and by Latin words whose end is missing", async () => {
    for (const q of ["专", "开源", "机遇", "大模型"])
      expect(await titles({ q }), q).toEqual(["专家混合模型让开源大模型迎来新机遇"]);
    for (const q of ["sora", "rele", "OpenAI sora", "Zürich"]) expect(await titles({ q }), q).toHaveLength(1);
    expect(await titles({ q: "开元" })).toEqual([]);
    expect(await titles({ q: "开源", thesis: "moe" })).toHaveLength(1);
    expect(await titles({ q: "开源", thesis: "visual" })).toEqual([]);
  });

  it("by language, kind, and what has no tag", async () => {
    expect(await titles({ language: "zh" })).toEqual(["专家混合模型让开源大模型迎来新机遇"]);
    expect(await titles({ kind: "launch", language: "en" })).toEqual(["OpenAI releases Sora"]);
    expect(await titles({ untagged: "true" })).toEqual(["Nothing of note"]);
  });

  it("counts what it finds, out of the daily counts as otherwise", async () => {
    // Found item by item: the daily counts know no kind.
    const anyKind = { kind: newsKinds };
    for (const asked of [{}, { thesis: "visual" }, { thesis: "visual,agents" }, { stance: "for" }]) {
      const { data, total } = await listNews(analyst(), asked);
      expect(total, JSON.stringify(asked)).toEqual({ count: data.length, exact: true });
      expect((await listNews(analyst(), { ...asked, ...anyKind })).total).toEqual(total);
    }
    expect((await listNews(analyst(), { thesis: "agents", stance: "against" })).total?.count).toBe(0);
  });

  it("what lost its last tag is untagged again", async () => {
    const item = await add("Tagged and not", "2024-03-01T00:00:00Z", { tags: [{ thesis: "moe" }] });
    await untagNews(analyst(), { id: item.id, thesis: "moe" });
    expect(await titles({ untagged: true, from: "2024-03-01" })).toEqual(["Tagged and not"]);
  });

  it("by company", async () => {
    const company = await createCompany(analyst(), { name: "Sora Labs" });
    const item = await add("About a company", "2024-02-10T00:00:00Z", { companies: [company.id] });
    expect(await titles({ company: company.id })).toEqual(["About a company"]);
    await unlinkCompany(analyst(), { id: item.id, company: company.id });
    expect(await titles({ company: company.id })).toEqual([]);
    const linked = await linkCompany(analyst(), { id: item.id, company: company.id });
    expect(linked.companies).toEqual([
      { id: company.id, name: { en: "Sora Labs", zh: null }, words: [], found: false },
    ]);
  });
});

describe("words that stand nearly everywhere", () => {
  it("give the newest first, page by page, like rare ones", async () => {
    const admin = workspace.as("admin");
    const feed = await createFeed(admin, { url: "https://many.example/feed" });
    const answered = {
      permanentUrl: null,
      etag: null,
      lastModified: null,
      keepFor: null,
      title: null,
      siteUrl: null,
      language: null,
    };
    const items = Array.from({ length: 5100 }, (_, index) => ({
      sourceKey: String(index),
      url: null,
      title: `Ubiquitous ${index === 17 ? "needle" : "word"} ${index}`,
      author: null,
      language: null,
      publishedAt: new Date(Date.UTC(2019, 0, 1) + index * 1000).toISOString(),
      html: "",
      text: "",
    }));
    await storeFetch(admin, {
      id: feed.id,
      url: feed.url,
      outcome: { kind: "document", ...answered, items },
    });
    const first = await listNews(analyst(), { q: "ubiquitous", limit: 2 });
    const second = await listNews(analyst(), { q: "ubiquitous", limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...second.data].map((item) => item.title)).toEqual(
      [5099, 5098, 5097, 5096].map((index) => `Ubiquitous word ${index}`),
    );
    expect(await titles({ q: "ubiquitous needle" })).toEqual(["Ubiquitous needle 17"]);
    expect(await titles({ q: "ubiquitous", thesis: "moe" })).toEqual([]);
    expect(await titles({ q: "ubiquitous", to: "2019-01-01" })).toEqual([]);
  });
});

describe("days are the workspace's", () => {
  it("a day begins at its midnight in Shanghai, 16:00 UTC the day before", async () => {
    await add("Last second of the 4th", "2023-05-04T15:59:59Z");
    await add("First second of the 5th", "2023-05-04T16:00:00Z");
    expect(await titles({ from: "2023-05-05", to: "2023-05-06" })).toEqual(["First second of the 5th"]);
    expect(await titles({ from: "2023-05-04", to: "2023-05-05" })).toEqual(["Last second of the 4th"]);
  });
});

describe("pages", () => {
  it("give every item once, also when others arrive and share an instant", async () => {
    const at = "2022-06-01T00:00:00.123Z";
    for (let index = 0; index < 5; index++)
      await add(`Same instant ${index}`, at, { tags: [{ thesis: "agents" }, { thesis: "visual" }] });
    const filters = { from: "2022-05-01", to: "2022-07-01", limit: 2 };
    for (const more of [{}, { thesis: "agents" }, { thesis: "agents,visual" }]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page: Awaited<ReturnType<typeof listNews>> = await listNews(analyst(), {
          ...filters,
          ...more,
          cursor,
        });
        seen.push(...page.data.map((item) => item.id));
        if (seen.length === 2) await add("Arrived meanwhile", "2022-06-20T00:00:00Z");
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(
        (await titles({ ...filters, ...more, limit: 200 })).filter((title) => title.startsWith("Same")),
      ).toHaveLength(5);
      expect(seen.length).toBeGreaterThanOrEqual(5);
    }
  });

  it("refuses a cursor it did not give out", async () => {
    await expect(listNews(analyst(), { cursor: "nonsense" })).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("items added by hand", () => {
  it("have the shape of the contract", async () => {
    const item = await add("Contract", "2021-01-01", {
      url: "https://example.com/contract",
      tags: [{ thesis: "moe", stance: "for", strength: 2, note: "why" }],
    });
    expect(item).toMatchObject({
      publishedAt: "2020-12-31T16:00:00.000Z",
      publishedDay: "2021-01-01",
      assumedZone: null,
      feedId: null,
      feed: null,
      language: "en",
      kind: "article",
      dateStated: true,
      version: 1,
    });
    expect(item.tags).toMatchObject([
      { thesis: "moe", stance: "for", strength: 2, origin: "person", note: "why" },
    ]);
  });

  it("are refused when the same address is here, tracking aside, naming the item", async () => {
    const first = await add("One", "2021-01-02", { url: "https://example.com/same?id=7" });
    await expect(
      add("Two", "2021-01-02", { url: "https://example.com/same?id=7&utm_source=mail#top" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining(first.id),
    });
  });

  it("are refused with a date beyond tomorrow, or an address that is none", async () => {
    await expect(add("Future", "2199-01-01")).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { publishedAt: expect.any(String) } },
    });
    await expect(add("Odd", "2021-01-01", { url: "javascript:alert(1)" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("keep what they said before a correction, and refuse a stale one", async () => {
    const item = await add("Befor", "2021-02-01T00:00:00Z", { text: "Old text" });
    const after = await updateNews(analyst(), { id: item.id, version: 1, title: "Before", text: "New text" });
    expect(after).toMatchObject({ title: "Before", text: "New text", version: 2 });
    expect(after.revisions).toMatchObject([{ title: "Befor", excerpt: "Old text" }]);
    await expect(updateNews(analyst(), { id: item.id, version: 1, title: "Again" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await updateNews(analyst(), { id: item.id, version: 2, title: "Before" })).toMatchObject({
      version: 2,
    });
  });

  it("move their tags along when their date is corrected", async () => {
    const item = await add("Moves", "2020-01-10T00:00:00Z", { tags: [{ thesis: "moe" }] });
    await updateNews(analyst(), { id: item.id, version: 1, publishedAt: "2020-03-10T00:00:00Z" });
    expect(await titles({ thesis: "moe", from: "2020-03-10", to: "2020-03-11" })).toEqual(["Moves"]);
  });

  it("show content without what could harm", async () => {
    const item = await add("Text only", "2021-03-01", { text: "a < b" });
    expect(await getNews(analyst(), { id: item.id })).toMatchObject({ html: null, text: "a < b" });
  });
});

describe("walls", () => {
  it("a viewer reads and does not write", async () => {
    await expect(
      createNews(workspace.as("viewer"), { title: "T", publishedAt: "2021-01-01" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listNews(workspace.as("viewer"), {})).data.length).toBeGreaterThan(0);
  });

  it("another workspace sees nothing and reaches nothing", async () => {
    const item = await add("Ours", "2021-04-01");
    const other = await freshWorkspace();
    expect((await listNews(other.as("owner"), {})).data).toEqual([]);
    await expect(getNews(other.as("owner"), { id: item.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(tagNews(other.as("owner"), { id: item.id, thesis: "moe" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const company = await createCompany(other.as("owner"), { name: "Theirs" });
    await expect(linkCompany(analyst(), { id: item.id, company: company.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("what other programs send", () => {
  it("becomes an item once, by its address; a note goes to its tags", async () => {
    const thesis = (await createThesis(analyst(), { slug: "inbound", name: "i", statement: "i" })).slug;
    const sent = {
      url: "https://sent.example/a?utm_source=mail",
      note: "Read on the train",
      tags: [{ thesis }],
    };
    const first = await inboundNews(analyst(), sent);
    expect(first).toMatchObject({ created: true, page: expect.stringContaining(first.id) });
    expect(await inboundNews(analyst(), { url: "https://sent.example/a" })).toEqual({
      ...first,
      created: false,
    });
    expect(await getNews(analyst(), { id: first.id })).toMatchObject({
      title: sent.url,
      dateStated: false,
      tags: [{ thesis, note: "Read on the train" }],
    });
  });
});
