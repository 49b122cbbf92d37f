import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { printFilter } from "@/lib/filter/print";
import { maxText } from "@/lib/filter/problems";
import { ruleCatalogue } from "./catalogue";
import { type RuleItem, readyItem, ruleMatcher } from "./matching";
import { readFirstRule, readRule, ruleDialect, ruleText } from "./rule-text";

/**
 * Rules with the words that met them in each of a set of items, as the parser and matcher of their own found them that rules had
 * before they were filters: 1,389 texts that it accepted, written by hand, made from a grammar and out of noise.
 */
const lines = readFileSync("test/filter/first-rules.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
type Item = Omit<RuleItem, "source" | "publishedAt">;
const items = lines.flatMap(({ item }: { item?: Item }) =>
  item ? [readyItem({ ...item, source: null, publishedAt: "2024-02-16T00:00:00Z" })] : [],
);
const synonyms: string[][] = lines.find((line) => line.synonyms).synonyms;
const rules: { rule: string; met: Record<string, string[]> }[] = lines.filter(
  (line) => line.rule !== undefined,
);
const environment = { today: "2024-02-16", timeZone: "Asia/Shanghai", synonyms };

it("the first rules mean what they meant, word for word", () => {
  expect(rules.length).toBe(1389);
  for (const { rule, met } of rules) {
    const matcher = ruleMatcher(readFirstRule(rule), environment);
    const found = items.flatMap((item, at) => {
      const words = matcher(item);
      return words === null ? [] : [[at, words]];
    });
    expect(Object.fromEntries(found), rule).toEqual(met);
  }
});

it("their filter in print, or their text where that says the same today, is read as that filter", () => {
  for (const { rule } of rules) {
    const filter = readFirstRule(rule);
    const text = ruleText(rule, filter);
    // Quotation marks may make a text too long to be read again; one of the rules is 3,000 characters.
    if (text.length <= maxText) expect(readRule(text).filter, text).toEqual(filter);
    expect(readRule(printFilter(filter, ruleCatalogue, "zh", ruleDialect)).filter).toEqual(filter);
  }
});

it.each([
  ["MoE （开源 OR “open weights”） -game", "MoE （开源 OR “open weights”） -game"],
  ["Title:x", '"Title:x"'],
  ["标题：开源 published:2024", '"标题：开源" "published:2024"'],
  ["feed:none MoE", 'feed:"none" MoE'],
  ["feed:arXiv* MoE", "feed:arXiv MoE"],
])("of the first rules %s is shown as %s", (rule, shown) => {
  expect(ruleText(rule, readFirstRule(rule))).toBe(shown);
});
