import { describe, expect, it } from "vitest";
import { ExpressionError } from "./condition";
import { parseExpression } from "./expression";

const phrase = (text: string, more = {}) => ({ kind: "phrase", text, exact: false, open: false, ...more });
const words = (text: string, more = {}) => ({
  kind: "words",
  where: "any",
  pattern: phrase(text),
  except: [],
  ...more,
});

describe("parseExpression", () => {
  it("wants all words that stand side by side, and binds OR looser", () => {
    expect(parseExpression("MoE open OR 开源")).toEqual({
      kind: "or",
      parts: [{ kind: "and", parts: [words("MoE"), words("open")] }, words("开源")],
    });
    expect(parseExpression("MoE AND (open OR 开源)")).toEqual({
      kind: "and",
      parts: [words("MoE"), { kind: "or", parts: [words("open"), words("开源")] }],
    });
  });

  it("takes NOT and a hyphen before a word alike, and hyphens within words as they are", () => {
    const without = { kind: "and", parts: [words("GPT-4"), { kind: "not", part: words("game") }] };
    expect(parseExpression("GPT-4 NOT game")).toEqual(without);
    expect(parseExpression("GPT-4 -game")).toEqual(without);
  });

  it("reads phrases in either kind of quotes, wide parentheses and colons", () => {
    expect(parseExpression("（“混合专家” OR “mixture of experts”）")).toEqual({
      kind: "or",
      parts: [words("混合专家"), words("mixture of experts")],
    });
    expect(parseExpression("title：开源")).toEqual(words("开源", { where: "title" }));
  });

  it("reads where, capitals, open ends, regular expressions and what the item is", () => {
    expect(parseExpression("title:(agent* OR =MoE)")).toEqual({
      kind: "or",
      parts: [
        words("agent", { where: "title", pattern: phrase("agent", { open: true }) }),
        words("MoE", { where: "title", pattern: phrase("MoE", { exact: true }) }),
      ],
    });
    expect(parseExpression(String.raw`/\d+x\/day/`)).toEqual({
      ...words(""),
      pattern: { kind: "regex", source: String.raw`\d+x/day`, at: 0 },
    });
    expect(parseExpression('company:"智谱AI" language:(en OR zh)')).toEqual({
      kind: "and",
      parts: [
        { kind: "fact", fact: "company", value: "智谱AI", at: 8 },
        {
          kind: "or",
          parts: [
            { kind: "fact", fact: "language", value: "en", at: 25 },
            { kind: "fact", fact: "language", value: "zh", at: 31 },
          ],
        },
      ],
    });
  });

  it("binds EXCEPT to the words before it", () => {
    expect(parseExpression("推理 EXCEPT (推理成本 OR 推理芯片) 模型")).toEqual({
      kind: "and",
      parts: [words("推理", { except: [phrase("推理成本"), phrase("推理芯片")] }), words("模型")],
    });
  });

  it("keeps words that only begin like an operator or a field", () => {
    expect(parseExpression("ORACLE")).toEqual(words("ORACLE"));
    expect(parseExpression("http://x.example")).toEqual(words("http://x.example"));
  });

  it.each([
    ["", "empty", 0],
    ["   ", "empty", 0],
    ['"MoE', "unclosedQuote", 0],
    ["(a OR b", "unclosedParenthesis", 0],
    ["a) b", "unopenedParenthesis", 1],
    ["a OR", "missingWord", 4],
    ["a AND OR b", "missingWord", 6],
    ["/ab", "unclosedRegex", 0],
    ["//", "emptyPhrase", 0],
    ['a "…"', "emptyPhrase", 2],
    ["NOT game", "onlyNot", 0],
    ["MoE OR NOT game", "onlyNot", 0],
    ["a EXCEPT (b AND c)", "unclosedParenthesis", 2],
    ["a EXCEPT", "exceptNeedsWords", 2],
    ["feed:(a AND b)", "unclosedParenthesis", 5],
    ["feed:/x/", "factNeedsName", 0],
    ["x".repeat(4001), "tooLong", 4000],
    [`${"(".repeat(30)}a${")".repeat(30)}`, "tooDeep", 20],
  ])("says of %s that it is %s", (source, problem, at) => {
    const failure = (() => {
      try {
        return parseExpression(source);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(ExpressionError);
    expect(failure).toMatchObject({ problem, at });
  });
});
