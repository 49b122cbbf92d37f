import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterOf } from "@/test/filter/arbitrary";
import { companies, news } from "@/test/filter/catalogues";
import { type Alias, readAddress, writeAddress } from "./address";
import { normalOf } from "./normal";
import { parseFilter } from "./parse";
import type { Filter } from "./tree";

const aliases: Alias[] = [
  { param: "from", field: "published", op: "gte" },
  { param: "to", field: "published", op: "lt" },
  { param: "untagged", field: "thesis", op: "empty" },
];
const read = (address: string) => readAddress(new URLSearchParams(address), news, aliases);

it.each([
  ["thesis=agents,moe&stance=for", "thesis:(agents OR moe) stance:for"],
  ["thesis=agents&thesis=moe", "thesis:(agents OR moe)"],
  ["q=openai 智谱", '"openai 智谱"'],
  ["from=2024-01-01&to=2024-04-01", "published:>=2024-01-01 published:<2024-04-01"],
  ["published=last-30-days", "published:last-30-days"],
  ["strength=>=2", "strength:>=2"],
  ["strength=2..3", "strength:2..3"],
  ["untagged=true", "thesis:none"],
  ["doubtful=1&owner=me", "doubtful:yes owner:me"],
  ["feed=none", "feed:none"],
  ["company.country=CN,US", "company.country:(CN OR US)"],
  ["stance=&thesis= &page=2&sort=x", ""],
  ["where=a OR b&where=c", "(a OR b) c"],
  ["stance=for&where=-(a OR b) due:none", "stance:for -(a OR b) due:none"],
])("%s asks %s", (address, text) => {
  expect(read(address)).toEqual({ filter: parseFilter(text, news), problems: [] });
});

it("what cannot be read is named with its parameter", () => {
  const { filter, problems } = read(
    "stance=for,maybe&strength=x&from=soon&untagged=perhaps&owner=me&where=a (",
  );
  expect(filter).toEqual({ field: "owner", op: "eq", value: "me" });
  expect(problems).toEqual([
    {
      param: "stance",
      problem: "unknownValue",
      near: "maybe",
      values: ["for", "neutral", "against"],
      at: null,
    },
    { param: "strength", problem: "notNumber", near: "x", values: [], at: null },
    { param: "from", problem: "notPeriod", near: "soon", values: [], at: null },
    { param: "untagged", problem: "notFlag", near: "perhaps", values: [], at: null },
    { param: "where", problem: "missingWord", near: "", values: [], at: 3 },
  ]);
});

it.each([
  ["thesis:(agents OR moe) stance:for openai", "thesis=agents,moe&stance=for&q=openai"],
  ["published:>=2024-01-01 published:<2024-04-01", "from=2024-01-01&to=2024-04-01"],
  ["thesis:none owner:none", "untagged=true&owner=none"],
  ["openai 智谱 strength:>2", "q=openai&strength=>2&where=智谱"],
  ["a OR stance:for", "where=a OR stance:for"],
  ['source:"a, b" due:2024-02-16', 'due=2024-02-16&where=source:"a, b"'],
  ["", ""],
])("%s is written as %s", (text, address) => {
  const pairs = writeAddress(parseFilter(text, news), news, aliases);
  expect(pairs.map((pair) => pair.join("=")).join("&")).toBe(address);
});

describe.each([news, companies])("of $record, any filter", (catalogue) => {
  it("is the same out of its address, but for the order of what stands side by side", () => {
    const sorted = (filter: Filter) =>
      ("and" in filter ? filter.and : [filter]).map((part) => JSON.stringify(part)).sort();
    fc.assert(
      fc.property(filterOf(catalogue, 2), (filter) => {
        const address = new URLSearchParams(writeAddress(filter, catalogue, aliases)).toString();
        const read = readAddress(new URLSearchParams(address), catalogue, aliases);
        expect(read.problems, address).toEqual([]);
        expect(sorted(normalOf(read.filter, catalogue)), address).toEqual(
          sorted(normalOf(filter, catalogue)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
