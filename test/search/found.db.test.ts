import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { askTitles, askWords, storeTitles, titlesUnder } from "@/bench/search-titles";
import { loadDemo } from "@/prisma/seed/demo/schema";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";

// Each stored title is found by itself and by each of its words. SEARCH_TITLES names a folder of .jsonl files to try instead.

const wait = process.env.SEARCH_TITLES ? 3_600_000 : 120_000;

function labelled(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function titles(): string[] {
  if (process.env.SEARCH_TITLES) return titlesUnder(process.env.SEARCH_TITLES);
  const Titled = z.object({ title: z.string() });
  const pairs = z
    .array(z.object({ a: Titled, b: Titled }))
    .parse(labelled("test/stories/labelled-pairs.json"));
  const streams = ["by-company", "last", "kept-aside"].flatMap((name) =>
    z
      .array(z.object({ right: z.array(z.string()), wrong: z.array(z.string()) }))
      .parse(labelled(`test/mentions/streams-${name}.json`)),
  );
  return [
    ...new Set([
      ...loadDemo().news.map(({ title }) => title),
      ...pairs.flatMap(({ a, b }) => [a.title, b.title]),
      ...streams.flatMap(({ right, wrong }) => [...right, ...wrong]),
    ]),
  ];
}

let workspace: TestWorkspace;
let stored: Map<string, string>;
beforeAll(async () => {
  workspace = await freshWorkspace();
  stored = await storeTitles(workspace.as("analyst"), titles());
}, wait);

describe("of real titles", () => {
  it("there are enough", () => expect(stored.size).toBeGreaterThan(1500));

  it(
    "each is found by itself",
    async () => {
      const { missed } = await askTitles(workspace.as("viewer"), stored);
      expect(missed).toEqual([]);
    },
    wait,
  );

  it(
    "each is found by each of its words",
    async () => {
      const { asked, missed } = await askWords(workspace.as("viewer"), stored);
      expect(asked).toBeGreaterThan(5 * stored.size);
      expect(missed).toEqual([]);
    },
    wait,
  );
});
