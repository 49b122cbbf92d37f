import { expect, it } from "vitest";
import { currencyCodes, currencyOptions, currencyTyped } from "./currencies";

it.each([
  ["¥500万", "USD", "CNY"],
  ["¥500万", "JPY", "JPY"],
  ["$5m", "HKD", "HKD"],
  ["$5m", "CNY", "USD"],
  ["1.2亿元人民币", "USD", "CNY"],
  ["300万美元", "CNY", "USD"],
  ["5m EUR", "USD", "EUR"],
  ["USD 5m", "CNY", "USD"],
  ["1.2m", "CNY", null],
  ["500w", "CNY", null],
])("%s with %s chosen names %s", (typed, chosen, code) => expect(currencyTyped(typed, chosen)).toBe(code));

it("offers currencies in use, each with its name", () => {
  expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
  expect(currencyCodes).not.toContain("HRK");
  const labels = currencyOptions("zh-CN", ["HRK"]).map(({ label }) => label);
  expect(labels.slice(0, 2)).toEqual(["HRK · 克罗地亚库纳", "USD · 美元"]);
});
