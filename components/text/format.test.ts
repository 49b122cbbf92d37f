import { describe, expect, it } from "vitest";
import { withQuery } from "@/components/filter/query-string";
import { formatInstant, formatRelative } from "./format-date";
import { formatMoney } from "./format-money";
import { localizedText } from "./localized-text";

describe("dates", () => {
  it("shows an instant in the workspace's zone and a day as itself", () => {
    expect(formatInstant("2024-02-15T18:30:00Z", "Asia/Shanghai", "en", "day")).toBe("Feb 16, 2024");
    expect(formatInstant("2024-02-15T18:30:00Z", "America/New_York", "zh-CN", "time")).toBe(
      "2024年2月15日 13:30",
    );
    expect(formatInstant("2024-02-15", "Pacific/Honolulu", "en", "day")).toBe("Feb 15, 2024");
  });
  it("tells how long ago, by the largest whole unit", () => {
    expect(formatRelative("2024-02-15T10:00:00Z", "2024-02-15T12:59:00Z", "en")).toBe("2 hours ago");
    expect(formatRelative("2024-02-20T12:00:00Z", "2024-02-15T12:00:00Z", "zh-CN")).toBe("5天后");
    expect(formatRelative("2024-02-15T12:59:30Z", "2024-02-15T12:59:00Z", "en")).toBeNull();
  });
});

describe("money", () => {
  it("keeps every digit of a large amount", () => {
    expect(formatMoney({ value: "9007199254740993.10", currency: "USD" }, "en", false)).toBe(
      "$9,007,199,254,740,993.10",
    );
    expect(formatMoney({ value: "1200000.00", currency: "USD" }, "en", false)).toBe("$1,200,000");
  });
  it("shortens in the reader's units", () => {
    expect(formatMoney({ value: "1200000.00", currency: "USD" }, "en", true)).toBe("$1.2M");
    expect(formatMoney({ value: "1200000.00", currency: "CNY" }, "zh-CN", true)).toBe("¥120万");
  });
});

it("reads the other language when one is missing", () => {
  expect(localizedText({ en: "Agents", zh: "智能体" }, "zh-CN")).toBe("智能体");
  expect(localizedText({ en: "", zh: "智能体" }, "en")).toBe("智能体");
});

it("keeps the query and takes parameters away", () => {
  const query = { q: "开源 MoE", theses: ["a", "b"], cursor: "x" };
  expect(withQuery("/w/a/news", query, { cursor: null, sort: "-date" })).toBe(
    "/w/a/news?q=%E5%BC%80%E6%BA%90+MoE&theses=a,b&sort=-date",
  );
  expect(withQuery("/w/a/news", {})).toBe("/w/a/news");
});
