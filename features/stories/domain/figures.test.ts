import { describe, expect, it } from "vitest";
import { folded } from "@/lib/text/search-terms";
import { figuresDiffer, figuresOf } from "./figures";

const read = (text: string) => figuresOf(folded(text)).figures;

describe("figures", () => {
  it.each([
    ["$1.5 billion", "$1,500 million"],
    ["$1.5bn", "15亿美元"],
    ["30 million dollar grant", "3000万美元"],
    ["三亿元", "3亿元"],
    ["€20M", "20 million euros"],
    ["Series A", "A轮"],
    ["Q3 revenue", "第三季度"],
    ["25.6%", "26%"],
    ["8,000 jobs", "8000人"],
    ["GPT-4", "GPT4"],
  ])("%s and %s are one", (a, b) => {
    expect(read(a)).toHaveLength(1);
    expect(read(b)).toHaveLength(1);
    expect(figuresDiffer(read(a), read(b))).toBe(false);
  });

  it.each([
    ["3亿元", "3万元"],
    ["5000万美元", "5000万元"],
    ["Series A", "Series A+"],
    ["Pre-A轮", "A轮"],
    ["H100", "H200"],
    ["20 hours", "20 days"],
    ["two-year licence", "two-month licence"],
    ["12 November", "19 November"],
    ["上半年", "下半年"],
    ["ten people", "three people"],
    ["40 jobs", "45 jobs"],
    ["half of its engineers", "a third of its engineers"],
  ])("%s and %s differ", (a, b) => {
    expect(figuresDiffer(read(a), read(b))).toBe(true);
  });

  it("are no figures in third-party, half-baked, quarter to", () => {
    expect(read("third-party code, half-baked, a quarter to")).toEqual([]);
  });

  it("are written one way in the text they stand in", () => {
    expect(figuresOf("raises $1.5 billion").marked).toBe(figuresOf("raises 1500 million dollars").marked);
  });
});
