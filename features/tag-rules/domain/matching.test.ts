import { describe, expect, it } from "vitest";
import { FilterError } from "@/lib/filter/problems";
import { type RuleItem, readyItem, ruleMatcher } from "./matching";
import { readRule } from "./rule-text";

const plain: RuleItem = {
  title: "",
  text: "",
  kind: "article",
  language: "en",
  feed: [],
  companies: [],
  source: null,
  publishedAt: "2024-02-16T00:00:00Z",
};

function found(expression: string, item: Partial<RuleItem>, synonyms: string[][] = []) {
  const matcher = ruleMatcher(readRule(expression).filter, {
    today: "2024-02-16",
    timeZone: "UTC",
    synonyms,
  });
  return matcher(readyItem({ ...plain, ...item }));
}

describe("words", () => {
  it.each([
    ["rain", "They train models", null],
    ["AI", "我们用AI做投资", ["AI"]],
    ["AI", "OpenAI推出新模型", null],
    ["GPT-4", "gpt 4 and GPT-4", ["gpt 4", "GPT-4"]],
    ["GPT", "GPT-4", ["GPT"]],
    ['"mixture of experts"', "Mixture-of-Experts\nmodels", ["Mixture-of-Experts"]],
    ["agent", "agents", null],
    ["agent*", "Agentic agents", ["Agentic", "agents"]],
    ["=MoE", "moe characters", null],
    ["=MoE", "an MoE model", ["MoE"]],
    ["推理", "大模型推理能力", ["推理"]],
    ["GPT4模型", "GPT4 模型发布", ["GPT4 模型"]],
    ["ＭｏＥ", "MoE", ["MoE"]],
    ["MoE", "ＭｏＥ架构", ["MoE"]],
    ["C++", "A C++ compiler", ["C++"]],
    ["İstanbul", "istanbul", ["istanbul"]],
    ["O'Reilly", "O’Reilly don’t stop", ["O’Reilly"]],
    ["don’t", "They don't stop", ["don't"]],
    ["naive", "naïve Bayes returns", ["naïve"]],
    ["Škoda", "Skoda and ŠKODA", ["Skoda", "ŠKODA"]],
    ["多模态", "開源多模態模型發佈", ["多模態"]],
    ["雲計算", "云计算公司", ["云计算"]],
    ["=naive", "naïve Bayes", null],
    [String.raw`/\b融资\b/`, "星河智能完成近亿元融资，加码机器人", ["融资"]],
    [String.raw`/\bcafé\b/`, "Étude on agents by a café lab", ["café"]],
    [String.raw`/\bétude/`, "Étude; préétude", ["Étude"]],
    [String.raw`/\bcaf\b/`, "a café", null],
    [String.raw`/\bagent\b/`, "用agent做 agents", ["agent"]],
    [String.raw`/\b(a|ab)\b/`, "ab c", ["ab"]],
    [String.raw`/\b(ИИ|ML)\b/`, "про ИИ и HTML", ["ИИ"]],
    [String.raw`/\Bscale\b/`, "upscale scale", ["scale"]],
    [String.raw`/\bfoo\b/`, "foo_bar", null],
    [String.raw`/a\\b/`, String.raw`a\b`, [String.raw`a\b`]],
  ])("%s in “%s”", (expression, title, words) => {
    expect(found(expression, { title })).toEqual(words);
  });

  it("are looked for where the rule says", () => {
    const item = { title: "About video", text: "about speech" };
    expect(found("title:video", item)).toEqual(["video"]);
    expect(found("title:speech", item)).toBeNull();
    expect(found("text:speech video", item)).toEqual(["speech", "video"]);
  });

  it("stand for each other within a set of synonyms, in both languages, unless capitals matter", () => {
    const sets = [["MoE", "mixture of experts", "混合专家"]];
    expect(found('"mixture of experts"', { title: "混合专家模型开源" }, sets)).toEqual(["混合专家"]);
    expect(found("=MoE", { title: "混合专家模型开源" }, sets)).toBeNull();
    expect(found("expert", { title: "混合专家模型开源" }, sets)).toBeNull();
  });
});

describe("conditions", () => {
  it("name every word that met them, once", () => {
    const title = "Mixtral, an MoE model; more on Mixtral";
    expect(found("(MoE OR Mixtral) -game", { title })).toEqual(["MoE", "Mixtral"]);
    expect(found("MoE -game", { title: "MoE game" })).toBeNull();
  });

  it("ask what the item is: feed and company by name or id, language with its region, kind", () => {
    const item = {
      title: "MoE",
      language: "zh",
      kind: "paper",
      feed: ["id-1", "arXiv cs.CL"],
      companies: ["智谱AI"],
    };
    for (const fact of [
      'feed:"arxiv cs.cl"',
      "feed:id-1",
      "company:智谱AI",
      "language:zh",
      "language:zh-CN",
      "kind:paper",
    ])
      expect(found(`MoE ${fact}`, item)).toEqual(["MoE"]);
    for (const fact of ["feed:arxiv", "company:智谱", "language:en", "kind:article"])
      expect(found(`MoE ${fact}`, item)).toBeNull();
  });
});

describe("fields that lists have, too", () => {
  it("ask when it was published and who published it", () => {
    const item = { title: "MoE", source: "Reuters", publishedAt: "2024-02-15T23:00:00Z" };
    for (const meets of [
      "source:reuters",
      "来源:=Reuters",
      "published:yesterday",
      "发布时间:近7天",
      "published:<today",
    ])
      expect([meets, found(`MoE ${meets}`, item)]).toEqual([meets, ["MoE"]]);
    for (const fails of ["source:none", "-source:any", "published:today", "published:>=2024-02-16"])
      expect([fails, found(`MoE ${fails}`, item)]).toEqual([fails, null]);
    expect(found("MoE source:none feed:none company:none", { title: "MoE" })).toEqual(["MoE"]);
  });
});

describe("EXCEPT", () => {
  const reasoning = "推理 EXCEPT (推理成本 OR 训练和推理)";
  it("passes over a place that is part of something else, and keeps one that is not", () => {
    expect(found(reasoning, { title: "推理成本降到1%" })).toBeNull();
    expect(found(reasoning, { title: "支持训练和推理" })).toBeNull();
    expect(found(reasoning, { title: "推理能力提升，推理成本下降" })).toEqual(["推理"]);
  });
});

describe("regular expressions", () => {
  it("find what they say, without minding capitals", () => {
    expect(found("/mixtral[- ]8x(7|22)b/", { title: "Mixtral-8x22B released" })).toEqual(["Mixtral-8x22B"]);
    expect(found("/x*/", { title: "abc" })).toBeNull();
  });

  it("cannot hang: the classic trap is over at once", () => {
    expect(found("/(a+)+$/", { title: "x", text: `${"a".repeat(20_000)}!` })).toBeNull();
  });

  it("that are none are refused with their place", () => {
    const problem = expect.objectContaining({ problem: "badRegex", at: 4 });
    expect(() => readRule("MoE /(/")).toThrow(FilterError);
    expect(() => readRule("MoE /(?=x)/")).toThrow(problem);
  });
});
