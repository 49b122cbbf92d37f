import { describe, expect, it } from "vitest";
import { type Example, readCorpus, type Verdict } from "./corpus";
import { scoreOf, trainModel } from "./linear-model";
import { randomFrom, shuffle } from "./random";
import { advisorModel, advisorOf, suggestionsOf } from "./suggest";
import { train } from "./training";

const words = {
  chips: ["wafer", "foundry", "lithography", "transistor", "yield", "packaging"],
  trains: ["railway", "timetable", "station", "locomotive", "platform", "conductor"],
  any: ["report", "market", "quarter", "company", "growth", "team", "plan", "city", "year", "price"],
};
const chineseWords = {
  chips: ["晶圆", "光刻", "制程", "封装"],
  trains: ["铁路", "车站", "时刻", "乘务"],
  any: ["公司", "市场", "增长", "计划"],
};
const chips = { id: "chips", keywords: ["chip", "芯片"] };

/** Headlines of two subjects, told apart by two words each; every fourth about chips says "chip". */
function headlines(count: number, seed: number, language: "en" | "zh" = "en"): Example[] {
  const random = randomFrom(seed);
  const from = language === "en" ? words : chineseWords;
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: count }, (_, at) => {
    const subject = random() < 0.4 ? "chips" : "trains";
    const keyword = subject === "chips" && at % 4 === 0 ? (language === "en" ? "chip" : "芯片") : "";
    const parts = [keyword, pick(from[subject]), pick(from.any), pick(from[subject]), pick(from.any)];
    return {
      text: parts.filter(Boolean).join(language === "en" ? " " : ""),
      language,
      at,
      verdicts: new Map<string, Verdict>([["chips", subject === "chips" ? "yes" : "no"]]),
    };
  });
}

/** The same items with the answers dealt anew. */
function shuffled(examples: readonly Example[], seed: number): Example[] {
  const verdicts = shuffle(
    examples.map((one) => one.verdicts),
    randomFrom(seed),
  );
  return examples.map((example, at) => ({ ...example, verdicts: verdicts[at] ?? example.verdicts }));
}

/** The share of pairs (one that belongs, one that does not) of the later half that the model of the earlier puts in order: 0.5 by chance. */
function areaUnderCurve(examples: readonly Example[]): number {
  const corpus = readCorpus(examples);
  const half = Math.floor(examples.length / 2);
  const model = trainModel(corpus, { id: "chips", keywords: [] }, half);
  const scores = { yes: [] as number[], no: [] as number[] };
  corpus.examples.forEach(({ verdicts }, at) => {
    const verdict = verdicts.get("chips");
    if (at >= half && verdict) scores[verdict].push(scoreOf(model, corpus, at, false));
  });
  let inOrder = 0;
  for (const yes of scores.yes) for (const no of scores.no) inOrder += yes > no ? 1 : yes === no ? 0.5 : 0;
  return inOrder / (scores.yes.length * scores.no.length);
}

describe("learning", () => {
  it("tells what the keywords do not know, in English and in Chinese", () => {
    expect(areaUnderCurve(headlines(400, 1))).toBeGreaterThan(0.99);
    expect(areaUnderCurve(headlines(400, 2, "zh"))).toBeGreaterThan(0.99);
  });

  it("falls to chance when the answers are shuffled", () => {
    const areas = Array.from({ length: 10 }, (_, seed) =>
      areaUnderCurve(shuffled(headlines(400, seed + 10), seed + 1)),
    );
    const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
    // The bounds hold in 95 of 100 cases, so a few models of nothing may pass for good ones: at most two of these forty.
    const passing = Array.from({ length: 40 }, (_, seed) =>
      train([chips], shuffled(headlines(400, seed), seed + 1)),
    )
      .flatMap(({ models }) => models[0]?.measured ?? [])
      .filter(({ state }) => state === "on");
    expect(passing.length).toBeLessThanOrEqual(2);
  });

  it("is the same for the same examples, in whatever order they come", () => {
    const examples = headlines(200, 3);
    const again = shuffle([...examples], randomFrom(9));
    expect(train([chips], again).models[0]?.threshold).toBe(train([chips], examples).models[0]?.threshold);
  });
});

describe("measuring", () => {
  it("is by language, and on where the model finds more than the keywords", () => {
    const both = [...headlines(400, 4), ...headlines(400, 5, "zh")];
    const [model] = train([chips], both).models;
    for (const language of ["en", "zh"]) {
      const measured = model?.measured.find((one) => one.language === language);
      expect(measured?.state).toBe("on");
      expect(measured?.keywords.precision.share).toBe(1);
      expect(measured?.model.recall.share ?? 0).toBeGreaterThan(0.9);
      expect(measured?.keywords.recall.share ?? 1).toBeLessThan(0.5);
    }
  });

  it("is off where the keywords say it all", () => {
    const told = headlines(400, 6).map((example) =>
      example.verdicts.get("chips") === "yes" ? { ...example, text: `chip ${example.text}` } : example,
    );
    expect(train([chips], told).models[0]?.measured).toMatchObject([{ state: "off" }]);
  });

  it("says when there are too few tags to say", () => {
    const few = train([chips], headlines(12, 7)).models[0];
    expect(few?.measured).toEqual([]);
    expect(train([chips], []).models[0]).toMatchObject({ positives: 0, negatives: 0, measured: [] });
  });
});

describe("suggesting", () => {
  const { vocabulary, models } = train([chips], headlines(400, 8));
  const advisor = advisorOf(vocabulary, models.map(advisorModel));
  const ask = (text: string, language = "en") => suggestionsOf(advisor, { text, language });

  it("names the words that made it", () => {
    const [suggestion] = ask("Lithography yield report");
    expect(suggestion?.topicId).toBe("chips");
    expect(suggestion?.words).toEqual(expect.arrayContaining(["lithography", "yield"]));
    for (const word of suggestion?.words ?? []) expect("lithography yield report").toContain(word);
    expect(suggestion?.probability).toBeGreaterThan(0.5);
    expect(suggestion?.learned).toBe(true);
  });

  it("says nothing when it is unsure, or when nothing in the text is known", () => {
    expect(ask("Railway station report")).toEqual([]);
    expect(ask("Something else entirely")).toEqual([]);
    expect(ask("")).toEqual([]);
  });

  it("in a language nothing was measured in, goes by the keywords", () => {
    expect(ask("光刻 wafer", "zh")).toEqual([]);
    expect(ask("芯片 chip wafer lithography", "zh")).toMatchObject([
      { topicId: "chips", probability: 0.5, words: ["chip", "芯片"], learned: false },
    ]);
  });
});
