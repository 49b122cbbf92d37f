import { expect, it } from "vitest";
import { cellOf, dateOf, labelOf, pinnedViews } from "./domain";

it.each([
  [null, ""],
  ["text", "text"],
  [3, "3"],
  [false, "false"],
  [["a", "b"], "a; b"],
  [{ en: "Zhipu", zh: "智谱" }, "Zhipu / 智谱"],
  [{ en: null, zh: "智谱" }, "智谱"],
  [{ en: "Same", zh: "Same" }, "Same"],
  [{ value: "1200000.00", currency: "USD" }, "1200000.00 USD"],
  [[{ thesis: "moe", stance: "for", strength: 2, note: null }], "moe for 2"],
  [{ id: "1", title: "A feed" }, "A feed"],
  [{ id: "1", name: { en: "A", zh: "甲" } }, "A / 甲"],
])("%j in a cell is %s", (value, cell) => expect(cellOf(value)).toBe(cell));

it("names and dates a row of any list", () => {
  expect(labelOf({ id: "1", company: { id: "2", name: { en: "A", zh: null } } })).toBe("A");
  expect(labelOf({ id: "1", title: "T" })).toBe("T");
  expect(dateOf({ createdAt: "2024-01-01T00:00:00.000Z", updatedAt: "2024-02-01T00:00:00.000Z" })).toBe(
    "2024-02-01T00:00:00.000Z",
  );
  expect(dateOf({ id: "1" })).toBeUndefined();
});

it("puts pinned views under the section of their list, and leaves out those that no page lists", () => {
  const view = (id: string, record: "companies" | "audit" | "stories", pinned: boolean) => ({
    id,
    name: id,
    record,
    pinned,
  });
  expect(
    pinnedViews("fund", [
      view("a", "companies", true),
      view("b", "companies", false),
      view("c", "audit", true),
      view("d", "stories", true),
    ]),
  ).toEqual([
    { under: "/companies", href: "/w/fund/companies?view=a", label: "a" },
    { under: "/settings", href: "/w/fund/settings/activity?view=c", label: "c" },
  ]);
});
