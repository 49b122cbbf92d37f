import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bCubed } from "./b-cubed";
import { bandsOf } from "./bands";
import { readingOf } from "./reading";
import { proposalScore, tellSame } from "./same-story";

const Item = z.object({ title: z.string(), url: z.string(), publishedAt: z.coerce.date() });
const Pair = z.object({ language: z.enum(["en", "zh"]), same: z.boolean(), a: Item, b: Item });
type Pair = z.infer<typeof Pair>;

/** Real headlines of 2024 a few days apart, in pairs of every degree of similarity, labelled by reading. */
const pairs = z.array(Pair).parse(JSON.parse(readFileSync("test/stories/labelled-pairs.json", "utf8")));

const says = (title: string, publishedAt = new Date(0), text = "") => ({
  reading: readingOf(title),
  text,
  publishedAt,
});
const same = (a: string, b: string) => tellSame(says(a), says(b));

const joined = new Set(
  pairs.filter(({ a, b }) => tellSame(says(a.title, a.publishedAt), says(b.title, b.publishedAt))),
);

/** B-cubed of every pair's two items, as joined and as labelled. */
function f1(chosen: readonly Pair[]): number {
  const clusters = (isOne: (pair: Pair) => boolean) =>
    chosen.flatMap((pair, at) => [`${at}`, isOne(pair) ? `${at}` : `${at} other`]);
  return bCubed(
    clusters((pair) => joined.has(pair)),
    clusters((pair) => pair.same),
  ).f1;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("stories of labelled pairs", () => {
  // The threshold was chosen on the even ones.
  const heldOut = pairs.filter((_, at) => at % 2 === 1);

  it("come out right, in both languages, beyond chance of the sample", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(300);
    const roll = dice(2024);
    const draws = Array.from({ length: 1000 }, () =>
      f1(
        heldOut
          .map(() => heldOut[Math.floor(roll() * heldOut.length)] ?? heldOut[0] ?? pairs[0])
          .filter((one) => one !== undefined),
      ),
    ).sort((a, b) => a - b);
    const figures = {
      f1: f1(heldOut),
      low: draws[25] ?? 0,
      high: draws[974] ?? 0,
      en: f1(heldOut.filter(({ language }) => language === "en")),
      zh: f1(heldOut.filter(({ language }) => language === "zh")),
    };
    console.info("B-cubed F1 on the held-out half", figures);
    expect(figures.low).toBeGreaterThan(0.9);
    expect(Math.min(figures.en, figures.zh)).toBeGreaterThan(0.9);
  });

  it("are few that were put together wrongly", () => {
    const together = heldOut.filter((pair) => joined.has(pair));
    expect(together.filter((pair) => pair.same).length / together.length).toBeGreaterThan(0.9);
  });

  it("are looked for where they are found", () => {
    const alike = [...joined];
    const meet = alike.filter(({ a, b }) => {
      const bands = new Set(bandsOf({ ...says(a.title), url: null }));
      return bandsOf({ ...says(b.title), url: null }).some((band) => bands.has(band));
    });
    expect(meet.length / alike.length).toBeGreaterThan(0.97);
  });
});

describe("two headlines", () => {
  it.each([
    ["Qwen 2 released", "Qwen 2.5 released"],
    ["Mistral raises $10M in Series A", "Mistral raises $100M in Series A"],
    [
      "农业银行：拟向国家集成电路产业投资基金三期出资215亿元",
      "建设银行：拟向国家集成电路产业投资基金三期出资215亿元",
    ],
    ["马斯克否认特斯拉放弃推出低成本汽车计划", "特斯拉放弃推出低成本汽车计划"],
    ["OpenAI denies report that it trains GPT-5", "OpenAI trains GPT-5: report"],
    ["中央气象台继续发布暴雨蓝色预警", "中央气象台继续发布暴雨黄色预警"],
  ])("that differ in what matters are two stories: %s", (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it.each([
    [
      "OpenAI whistleblower found dead in apartment",
      "OpenAI whistleblower found dead in San Francisco apartment",
    ],
    ["英特尔发布大型神经拟态系统", "英特尔发布大型神经拟态系统Hala Point，神经元数量达11.5亿"],
    [
      "Apple sues OpenAI, accuses ex-employees of stealing trade secrets",
      "Apple sues OpenAI, accusing it of stealing company secrets",
    ],
    ["AI机器人公司Figure完成C轮超10亿美元融资", "Figure人形机器人完成超10亿美元C轮融资，估值达390亿美元"],
    ["新創公司靈鹿完成募資三億元", "新创公司灵鹿完成融资3亿元"],
    ["Cobalt raises $1.5 billion to build data centres", "Cobalt raises $1,500 million for new data centers"],
  ])("of one event are one story: %s", (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it("over the same long text are one story, over the same teaser are not", () => {
    const text = "Mixture of experts models use a part of their parameters. ".repeat(5);
    const [now, notice] = [new Date(0), "Read more"];
    expect(tellSame(says("One", now, text), says("Another", now, text))).toBe(true);
    expect(tellSame(says("One", now, notice), says("Another", now, notice))).toBe(false);
  });
});

describe("tellings in two languages", () => {
  const [english, chinese] = [
    says("OpenAI acquires Windsurf for $3 billion"),
    says("OpenAI以30亿美元收购Windsurf"),
  ];

  it("are not joined, but proposed by names, acts and figures both have", () => {
    expect(tellSame(english, chinese)).toBe(false);
    expect(proposalScore(english, chinese)).toBeGreaterThan(3);
  });

  it("are not proposed when their figures differ or only a name is shared", () => {
    expect(proposalScore(english, says("OpenAI以90亿美元收购Windsurf"))).toBe(0);
    expect(proposalScore(english, says("OpenAI发布新模型"))).toBe(0);
  });
});

describe("B-cubed", () => {
  it("gives the values of the worked example", () => {
    // Bagga & Baldwin 1998, section 4: truth {1–5}, {6, 7}, {8–12}; one response joins the last two of them, the other the
    // large ones. Published: precision 76 % and 58 %, recall 100 %.
    const truth = [..."aaaaabbccccc"];
    const small = bCubed([..."aaaaacccccccc"].slice(0, 12), truth);
    const large = bCubed([..."aaaaabbaaaaa"], truth);
    expect(small.precision).toBeCloseTo(0.76, 2);
    expect(large.precision).toBeCloseTo(0.58, 2);
    expect([small.recall, large.recall]).toEqual([1, 1]);
  });

  it("knows the extremes", () => {
    expect(bCubed(["a", "b"], ["a", "b"])).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(bCubed(["a", "a"], ["a", "b"]).precision).toBe(0.5);
    expect(bCubed(["a", "b"], ["a", "a"]).recall).toBe(0.5);
  });
});
