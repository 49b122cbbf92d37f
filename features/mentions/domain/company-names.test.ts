import { describe, expect, it } from "vitest";
import { mentionFinder, type NamedCompany } from "./company-names";

const company = (id: string, names: string[], domain: string | null = null): NamedCompany => ({
  id,
  names,
  domain,
});
const find = mentionFinder([
  company("openai", ["OpenAI"], "openai.com"),
  company("google", ["Google", "谷歌"]),
  company("deepmind", ["Google DeepMind", "DeepMind"]),
  company("apple", ["Apple", "苹果"], "apple.com"),
  company("figure", ["Figure"], "figure.ai"),
  company("zhipu", ["Zhipu AI", "智谱AI", "智谱"]),
  company("meta", ["Meta", "Facebook"]),
  company("xai", ["xAI"]),
  company("zep", ["Zep"], "getzep.com"),
  company("01", ["01.AI", "零一万物"]),
]);
const named = (title: string, more: { text?: string; url?: string } = {}) =>
  find({ title, text: more.text ?? "", url: more.url ?? null }).map(({ companyId }) => companyId);

describe("names", () => {
  it("are whole words in Latin script, and found between Chinese characters", () => {
    expect(named("OpenAI and openai")).toEqual(["openai"]);
    expect(named("The OpenAIs of this world")).toEqual([]);
    expect(named("消息称OpenAI将发布新模型")).toEqual(["openai"]);
  });
  it("count by the longest of those within each other", () => {
    expect(named("Google DeepMind trains robots")).toEqual(["deepmind"]);
    expect(named("Google announces that DeepMind moves")).toEqual(["google", "deepmind"]);
  });
  it("are the same with or without hyphens, in wide letters too, and say which words they were", () => {
    expect(find({ title: "ＯｐｅｎＡＩ 与智谱AI", text: "", url: null })).toEqual([
      { companyId: "openai", words: ["OpenAI"] },
      { companyId: "zhipu", words: ["智谱AI"] },
    ]);
    expect(named("01.AI open-sources Yi")).toEqual(["01"]);
  });
});

describe("names that could be words", () => {
  it.each([
    ["A figure of speech", []],
    ["Figure raises $675M for humanoid robots", ["figure"]],
    ["How the robot FIGURE showed last week makes coffee", ["figure"]],
    ["Apple alerts users to spyware", ["apple"]],
    ["Meta-analysis: what students know", []],
    ["苹果丰收，果农增收", []],
    ["苹果发布新款芯片", ["apple"]],
    ["美国苹果零售店现已可预约体验", ["apple"]],
    ["How Zep remembers", []],
    ["Zep raises funding for agent memory", ["zep"]],
  ])("%s: %j", (title, expected) => {
    expect(named(title)).toEqual(expected);
  });
  it("are known by another name or by the company's own address", () => {
    expect(named("How Zep remembers", { url: "https://blog.getzep.com/1" })).toEqual(["zep"]);
    expect(named("苹果园的秋天", { text: "见 apple.com" })).toEqual(["apple"]);
    expect(named("苹果园与 Apple")).toEqual(["apple"]);
  });
});

it("takes no longer for twenty thousand companies than their names take to be read", () => {
  const many = Array.from({ length: 20_000 }, (_, at) =>
    company(`${at}`, [`Company${at} Labs`, `第${at}公司`]),
  );
  const finder = mentionFinder(many);
  expect(finder({ title: "Company77 Labs 与第19999公司", text: "x ".repeat(9000), url: null })).toEqual([
    { companyId: "77", words: ["Company77 Labs"] },
    { companyId: "19999", words: ["第19999公司"] },
  ]);
});
