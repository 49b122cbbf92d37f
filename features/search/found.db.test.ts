import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, updateCompany } from "@/features/companies/commands";
import { createFeed } from "@/features/feeds/commands/feeds";
import { listFeeds } from "@/features/feeds/queries/feeds";
import { createNews, updateNews } from "@/features/news/commands/news-items";
import { listNews } from "@/features/news/queries/news-list";
import { addCompanyNote, updateNote } from "@/features/notes/commands/notes";
import { createThesis } from "@/features/theses/commands";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { searchAll } from "./queries";

// What stands in a title is found as it stands there, and as one may write it otherwise.

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");
beforeAll(async () => {
  workspace = await freshWorkspace();
});

const found = async (q: string) =>
  (await listNews(workspace.as("viewer"), { q, limit: 100 })).data.map(({ title }) => title);

describe.each([
  ["Grebe-4 beats Auk 3.5 in tests", ["Grebe-4", "grebe4", "Grebe 4", "GREBE", "Auk 3.5", "3.5"]],
  [
    "Alibaba’s Qwen2.5 tops GPT-4 and v1.6.0",
    ["Qwen2.5", "qwen", "GPT-4", "gpt4", "v1.6.0", "1.6.0", "alibaba's"],
  ],
  ["AT&T and A&W at Node.js/Deno: ask x@y.z", ["AT&T", "att", "A&W", "Node.js", "nodejs", "Deno", "x@y.z"]],
  [
    "Persona.QI raises $1.5B from 1,500 backers",
    ["Persona.QI", "persona qi", "$1.5B", "1.5b", "1,500", "1500"],
  ],
  ["Zinc 3.5x faster than 3x", ["3.5x", "3x", "zinc faster"]],
  ["The Who of IT", ["The Who", "who", "IT", "the who of it"]],
  ["네이버 아연 모델 공개; Яндекс и Ελλάδα", ["네이버", "모델", "яндекс", "ΕΛΛΆΔΑ", "ελλαδα"]],
  ["A naïve café in Kraków", ["naive cafe", "naïve café", "krakow", "KRAKÓW"]],
  [
    "云锌ＡＩ助手 Ｖ２ 上线",
    ["AI助手", "ＡＩ", "ai", "v2", "云锌", "雲鋅", "锌", "上线", "「云锌」", "云锌，"],
  ],
  ["雲鋅開放原始碼模型", ["云锌开放", "雲鋅", "开放原始码", "模型", "碼", "码"]],
  [
    "月之暗面发布Kimi k1.5，融资4.7亿美元",
    ["月之暗面 Kimi", "kimi k1.5", "4.7亿美元", "4.7亿", "暗面发布", "月"],
  ],
  ["C++ and C# in cars", ["C++", "C#", "c++ cars"]],
  ["Zinc ships 🚀 rockets", ["🚀", "rocket", "Zinc ships 🚀"]],
])("%s", (title, queries) => {
  beforeAll(() => createNews(analyst(), { title, publishedAt: "2024-02-16" }));
  it.each([title, ...queries])("by %s", async (q) => expect(await found(q)).toContain(title));
});

it("is not found by what only looks alike", async () => {
  for (const title of [
    "Roadmap for the next century",
    "Fresh air",
    "15 billion",
    "多种模板",
    "GPT-3 in 4 days",
  ])
    await createNews(analyst(), { title, publishedAt: "2024-02-16" });
  expect(await found("C++")).not.toContain("Roadmap for the next century");
  expect(await found("AI")).not.toContain("Fresh air");
  expect(await found("1.5")).not.toContain("15 billion");
  expect(await found("种板")).toEqual([]);
  expect(await found("GPT-4o")).not.toContain("GPT-3 in 4 days");
  expect(await found("'\":*&|!()<> \\")).toEqual([]);
});

it("a title as long as titles may be is found by itself", async () => {
  const title = Array.from({ length: 120 }, (_, at) => `word-${at}`)
    .join(" ")
    .slice(0, 1000);
  await createNews(analyst(), { title, publishedAt: "2024-02-16" });
  expect(await found(title)).toEqual([title]);
});

describe("typed letter by letter, the palette", () => {
  const hits = async (q: string) =>
    (await searchAll(workspace.as("viewer"), { q })).data.map(({ kind, label }) => `${kind} ${label.en}`);

  beforeAll(async () => {
    await createCompany(analyst(), {
      name: { en: "Quiver.AI", zh: "雲鋅科技" },
      aliases: ["Ａｒｃｈｅｒ-7"],
    });
    await createThesis(workspace.as("partner"), {
      name: "Ｅmbodied Agents 具身智能",
      statement: "Robots learn",
    });
  });

  const typed = (text: string, from: number) =>
    Array.from({ length: text.length - from + 1 }, (_, at) => text.slice(0, from + at));

  it.each([
    ...typed("Quiver.AI", 1),
    "quiverai",
    "quiver ai",
    ...typed("云锌科技", 1),
    ...typed("archer-7", 3),
  ])("finds a company by %s", async (q) => expect(await hits(q)).toContain("company Quiver.AI"));

  it.each([...typed("embodied agents", 2), ...typed("具身智能", 1), "具身 agent"])(
    "finds a thesis by %s",
    async (q) => expect((await hits(q)).filter((hit) => hit.startsWith("thesis"))).toHaveLength(1),
  );

  it.each(typed("Krakow", 3))("finds news by %s", async (q) =>
    expect(await hits(q)).toContain("news A naïve café in Kraków"),
  );
});

describe("what is changed", () => {
  it("is found by what it says now, and as of a day by what it said then", async () => {
    const item = await createNews(analyst(), { title: "Puffin-2 leaks", publishedAt: "2024-02-16" });
    const now = new Date();
    const then = now.toISOString();
    await updateNews(
      { ...analyst(), now: new Date(now.getTime() + 1000) },
      { id: item.id, title: "Razorbill-3 leaks" },
    );
    expect(await found("Puffin-2")).toEqual([]);
    expect(await found("Razorbill-3")).toEqual(["Razorbill-3 leaks"]);
    const { data } = await listNews(workspace.as("viewer"), { q: "Puffin-2", asOf: then });
    expect(data.map(({ title }) => title)).toEqual(["Puffin-2 leaks"]);
  });

  it("companies, their notes and feeds too", async () => {
    const { id } = await createCompany(analyst(), { name: { en: "Old Fulmar" } });
    await updateCompany(analyst(), { id, name: { en: "New Skua" }, aliases: ["S&K"] });
    const note = await addCompanyNote(analyst(), { id, text: "Uses Dunlin-8B" });
    await updateNote(analyst(), { id: note.id, text: "Uses Sanderling-9B" });
    const hits = async (q: string) =>
      (await searchAll(workspace.as("viewer"), { q })).data.map(({ kind }) => kind);
    expect(await hits("Fulmar")).toEqual([]);
    expect(await hits("S&K")).toEqual(["company"]);
    expect(await hits("Dunlin-8B")).toEqual([]);
    expect(await hits("Sanderling-9B")).toEqual(["note"]);
    await createFeed(workspace.as("admin"), {
      url: "https://feeds.example/ai/rss",
      title: "机器之心 Café",
      paused: true,
    });
    for (const q of ["cafe", "機器之心", "feeds.example/ai", "心"])
      expect((await listFeeds(analyst(), { q })).data).toHaveLength(1);
  });
});
