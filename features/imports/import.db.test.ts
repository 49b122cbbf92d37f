import { beforeEach, describe, expect, it } from "vitest";
import { createNews } from "@/features/news/commands/news-items";
import { listNews } from "@/features/news/queries/news-list";
import { listRuns } from "@/features/runs/queries/runs";
import { createThesis } from "@/features/theses/commands";
import { listAudit } from "@/features/workspaces/queries";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { importNewsFile } from "./commands/import-news";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");
beforeEach(async () => {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
});

/** In small pieces, so that characters and rows are cut anywhere. */
function streamOf(bytes: Uint8Array, size = 7): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}
async function send(content: string | Uint8Array, parameters: object = {}, contentType = "text/csv") {
  const answer = await importNewsFile(analyst(), {
    body: streamOf(typeof content === "string" ? new TextEncoder().encode(content) : content),
    parameters: { wait: "true", ...parameters },
    contentType,
  });
  if ("run" in answer) throw new Error("it was not waited for");
  return answer;
}
const stored = async () => (await listNews(workspace.as("viewer"), {})).data;

const file = `title,url,date,source,language,text,rating
"A, quoted ""title""",https://a.example/1?utm_source=x,2024-02-16T08:00:00Z,Some Paper,en,"Two
lines",5
大模型降价,,2024-05-21,晚报,zh,正文,
`;

describe("a CSV file", () => {
  it("brings kinds and theses by any of their names; a row that names others is set aside", async () => {
    await createThesis(analyst(), {
      slug: "agents",
      name: { en: "Personal agents", zh: "个人智能体" },
      statement: { en: "They act." },
    });
    const rows = [
      "title,kind,theses",
      "A paper,Paper,agents",
      "一轮融资,融资,个人智能体；Personal Agents",
      "No such,paper,nosuch",
      "What kind,gossip,agents",
      "Plain,,",
    ];
    const result = await send(rows.join("\n"));
    expect(result).toMatchObject({ created: 3, failed: 2, ignored: [] });
    expect(result.errors.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [4, "theses", "unknownThesis"],
      [5, "kind", "badKind"],
    ]);
    const found = (await stored()).map(({ title, kind, tags }) => [
      title,
      kind,
      tags.map(({ thesis }) => thesis),
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        ["A paper", "paper", ["agents"]],
        ["一轮融资", "round", ["agents"]],
        ["Plain", "article", []],
      ]),
    );
  });

  it("is stored once, whatever its way of writing: days are the workspace's, the rest says what was ignored", async () => {
    const result = await send(file, { name: "list.csv" });
    expect(result).toMatchObject({ found: 2, created: 2, known: 0, failed: 0, ignored: ["rating"] });
    expect(await stored()).toMatchObject([
      {
        title: "大模型降价",
        publishedAt: "2024-05-20T16:00:00.000Z",
        source: "晚报",
        url: null,
        language: "zh",
      },
      { title: 'A, quoted "title"', publishedAt: "2024-02-16T08:00:00.000Z", excerpt: "Two lines" },
    ]);
    expect(await send(file)).toMatchObject({ created: 0, known: 2 });
    expect(await stored()).toHaveLength(2);
  });

  it("is tried first without storing anything", async () => {
    expect(await send(file, { dryRun: "true" })).toMatchObject({ dryRun: true, created: 2 });
    expect(await stored()).toEqual([]);
  });

  it("is tried as a whole: what a later row repeats is counted once", async () => {
    const rows = Array.from({ length: 1200 }, (_, at) => `Headline ${at % 700}\n`).join("");
    const counted = { found: 1200, created: 700, known: 500 };
    expect(await send(`title\n${rows}`, { dryRun: "true" })).toMatchObject(counted);
    expect(await send(`title\n${rows}`)).toMatchObject(counted);
  });

  it("that turns into another encoding further on has those rows set aside, not stored as rubbish", async () => {
    const english = Array.from({ length: 3000 }, (_, at) => `An English headline number ${at}`).join("\n");
    const chinese = Buffer.from("b4f3c4a3d0cdbdb5bcdb", "hex");
    const bytes = Buffer.concat([Buffer.from(`title,text\n${english}\n`), chinese, Buffer.from(",\n")]);
    const { created, errors } = await send(new Uint8Array(bytes));
    expect(created).toBe(3000);
    expect(errors).toEqual([
      {
        row: 3002,
        column: "title",
        problem: "badCharacters",
        message: "Row 3002 has characters that cannot be read; save the whole file as UTF-8.",
      },
    ]);
  });

  it("sets bad rows aside, named by row and column, and stores the others", async () => {
    const result = await send(
      "标题,链接,日期\n好,https://a.example/1,2024-01-01\n,https://a.example/2,\n坏址,ftp://x,\n坏日,,31.31.2024\n\n最后,,\n",
    );
    expect(result).toMatchObject({ found: 5, created: 2, failed: 3 });
    expect(result.errors.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [3, "标题", "noTitle"],
      [4, "链接", "badUrl"],
      [5, "日期", "badDate"],
    ]);
  });

  it.each([
    [
      "semicolons and GB18030",
      Buffer.from(
        "b1eacce23bc1b4bdd30ab4f3c4a3d0cdbdb5bcdbc1cb3b68747470733a2f2f612e6578616d706c652f390a",
        "hex",
      ),
    ],
    [
      "tabs, a byte order mark and old line ends",
      Buffer.from("\ufeff标题\t链接\r大模型降价了\thttps://a.example/9\r"),
    ],
  ])("is read with %s", async (_, bytes) => {
    expect(await send(new Uint8Array(bytes))).toMatchObject({ created: 1 });
    expect(await stored()).toMatchObject([{ title: "大模型降价了", url: "https://a.example/9" }]);
  });

  it("may name the columns that are called otherwise", async () => {
    const content = "h1,where\nA headline,https://a.example/3\n";
    const told = expect.stringContaining("the file has: h1, where");
    await expect(send(content)).rejects.toMatchObject({ code: "INVALID", message: told });
    await expect(send(content, { title: "h2" })).rejects.toMatchObject({ code: "INVALID" });
    expect(await send(content, { title: "h1", url: "where" })).toMatchObject({ created: 1 });
  });

  it("knows what came by other ways by its address", async () => {
    await createNews(analyst(), { title: "By hand", url: "https://a.example/1", publishedAt: "2024-01-01" });
    expect(await send("title,url\nAgain,https://a.example/1?utm_campaign=y\n")).toMatchObject({
      created: 0,
      known: 1,
    });
  });

  it.each([
    ["", "is empty"],
    ['title\n"never closed', "quotation mark"],
  ])("that is none (%j) is refused with a sentence", async (content, words) => {
    const told = expect.stringContaining(words);
    await expect(send(content)).rejects.toMatchObject({ code: "INVALID", message: told });
    expect(await stored()).toEqual([]);
  });

  it("that breaks off is not taken at all, and its run says why", async () => {
    const rows = Array.from({ length: 600 }, (_, at) => `Headline ${at}\n`).join("");
    const broken = new TextEncoder().encode(`title\n${rows}"never closed ${"x".repeat(1_100_000)}`);
    const request = {
      body: streamOf(broken, 65_536),
      parameters: { name: "list.csv" },
      contentType: "text/csv",
    };
    const told = expect.stringMatching(
      /cannot be read as a table near row 602; is a quotation mark left open/,
    );
    await expect(importNewsFile(analyst(), request)).rejects.toMatchObject({
      code: "INVALID",
      message: told,
    });
    expect(await stored()).toEqual([]);
    const { data } = await listRuns(analyst(), {});
    expect(data).toMatchObject([{ kind: "news.import", label: "list.csv", state: "failed", error: told }]);
  });

  it("leaves in the audit who imported it and what came of it", async () => {
    await send(file, { name: "list.csv" });
    const { data } = await listAudit(workspace.as("admin"), { entity: "newsImport" });
    expect(data).toMatchObject([
      {
        actor: { kind: "job" },
        operation: "news.import",
        changes: { created: [null, 2], failed: [null, 0] },
      },
      {
        actor: { kind: "member" },
        operation: "import.start",
        label: "list.csv",
        changes: { rows: [null, 2] },
      },
    ]);
  });

  it("is nothing for a viewer", async () => {
    const request = {
      body: streamOf(new TextEncoder().encode(file)),
      parameters: {},
      contentType: "text/csv",
    };
    await expect(importNewsFile(workspace.as("viewer"), request)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

it("lines of JSON are rows; one that is none is set aside by its line", async () => {
  const lines =
    '{"headline":"A","link":"https://a.example/1","posted_at":"2024-01-01T14:35:53.000Z","sites":["x","y"]}\nnot json\n\n{"headline":"B"}';
  expect(await send(lines, { source: "sites" }, "application/x-ndjson")).toMatchObject({
    found: 3,
    created: 2,
    failed: 1,
    errors: [{ row: 2, column: null, problem: "unreadable" }],
  });
  expect(await stored()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ title: "A", source: "x, y", publishedAt: "2024-01-01T14:35:53.000Z" }),
    ]),
  );
});
