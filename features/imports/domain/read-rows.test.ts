import { describe, expect, it } from "vitest";
import { type FileFormat, NotATable, readRows } from "./read-rows";

/** One piece after the other; an Error breaks it off, as a sender does who goes away. */
function fileOf(...pieces: (string | Error)[]) {
  const file = { cancelled: false, body: new ReadableStream<Uint8Array>() };
  file.body = new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else if (piece instanceof Error) controller.error(piece);
      else controller.enqueue(new TextEncoder().encode(piece));
    },
    cancel() {
      file.cancelled = true;
    },
  });
  return file;
}

async function rowsOf(body: ReadableStream<Uint8Array>, format: FileFormat = "csv") {
  const rows = [];
  for await (const row of readRows(body, format)) rows.push(row);
  return rows;
}

/** More than what is looked at to see how a file is written. */
const long = { csv: "title\n".padEnd(100_000, "a headline\n"), jsonl: '{"title":"a"}\n'.repeat(8000) };

describe.each(["csv", "jsonl"] as const)("a file of %s", (format) => {
  it("that breaks off ends the reading with what went wrong", async () => {
    const { body } = fileOf(long[format], new Error("gone away"));
    await expect(rowsOf(body, format)).rejects.toThrow("gone away");
  });

  it("is let go of when its reader stops", async () => {
    const file = fileOf(long[format], ...Array.from({ length: 50 }, () => long[format]));
    for await (const _ of readRows(file.body, format)) break;
    await expect.poll(() => file.cancelled).toBe(true);
  });
});

it.each([
  ["commas in quotes", 'a,b\n"1, 2",3\n', [{ a: "1, 2", b: "3" }]],
  ["doubled quotes", 'a,b\n"say ""ha""",3\n', [{ a: 'say "ha"', b: "3" }]],
  ["lines in quotes", 'a,b\r\n"1\r\n2",3\r\n', [{ a: "1\r\n2", b: "3" }]],
  ["empty values", 'a,b\n1,""\n"",\n', [{ a: "1", b: "" }]],
  ["JSON in a value", 'a,b\n1,"{""c"": [1, 2]}"\n', [{ a: "1", b: '{"c": [1, 2]}' }]],
])("a CSV file with %s is read", async (_, content, expected) => {
  const rows = await rowsOf(fileOf(content).body);
  expect(rows.slice(1)).toEqual(expected.map((values, at) => ({ row: at + 2, values })));
});

it("a quotation mark that is never closed is told by its row", async () => {
  const file = fileOf("title\nfirst\n", `"open ${"x".repeat(1_100_000)}`);
  await expect(rowsOf(file.body)).rejects.toThrow(NotATable);
});

it("lines of JSON have the columns of all their first lines, and keep their numbers", async () => {
  const file = fileOf('\ufeff{"title":"a"}\n\nnot json\n{"title":"b","url":"https://a.example/"}\r\n');
  expect(await rowsOf(file.body, "jsonl")).toEqual([
    { columns: ["title", "url"] },
    { row: 1, values: { title: "a" } },
    { row: 3, problem: "unreadable" },
    { row: 4, values: { title: "b", url: "https://a.example/" } },
  ]);
});

describe("a table is found where it is", () => {
  const valuesOf = async (content: string) =>
    (await rowsOf(fileOf(content).body)).map((read) =>
      "columns" in read ? read.columns : "values" in read ? read.values : read.problem,
    );

  it.each([
    [
      "an index without a name",
      ",title,url\n0,A,u1\n1,B,u2\n",
      [["title", "url"], { title: "A", url: "u1" }, { title: "B", url: "u2" }],
    ],
    [
      "two columns of one name",
      "title,url,title,date\nReal,u,,2026-11-20\n",
      [["title", "url", "date"], { title: "Real", url: "u", date: "2026-11-20" }],
    ],
    [
      "commas in the names",
      "标题;网址;日期(年,月,日);来源(媒体,栏目,作者)\n甲;u;2026-11-20;报\n",
      [
        ["标题", "网址", "日期(年,月,日)", "来源(媒体,栏目,作者)"],
        { 标题: "甲", 网址: "u", "日期(年,月,日)": "2026-11-20", "来源(媒体,栏目,作者)": "报" },
      ],
    ],
    [
      "a quoted name over two lines",
      '"title, or\nheadline";url\nA;u\n',
      [["title, or\nheadline", "url"], { "title, or\nheadline": "A", url: "u" }],
    ],
    ["sep=", "sep=;\ntitle;url\nA, b;u\n", [["title", "url"], { title: "A, b", url: "u" }]],
    [
      "a title above",
      "Export from Desk\nGenerated 2026-11-20\n\ntitle,url\nA,u\n",
      [["title", "url"], { title: "A", url: "u" }],
    ],
    ["tabs", "title\turl\nA, b; c\tu\n", [["title", "url"], { title: "A, b; c", url: "u" }]],
    ["one column", "title\nA, b\nC\n", [["title"], "tooManyCells", { title: "C" }]],
    [
      "one column with semicolons",
      "headline\nA\nB; c\n",
      [["headline"], { headline: "A" }, { headline: "B; c" }],
    ],
    [
      "a cell too many",
      "title,source,text\nRaise, then build,Wire,Body\nGood,Wire,Body\n",
      [["title", "source", "text"], "tooManyCells", { title: "Good", source: "Wire", text: "Body" }],
    ],
    ["empty cells at the end", "title,url\nA,u,,\n", [["title", "url"], { title: "A", url: "u" }]],
  ])("with %s", async (_, content, expected) => expect(await valuesOf(content)).toEqual(expected));
});
