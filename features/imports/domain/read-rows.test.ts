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
