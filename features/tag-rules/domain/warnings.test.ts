import { describe, expect, it } from "vitest";
import { readRule } from "./rule-text";
import { warningsOf } from "./warnings";

const warned = (text: string) =>
  warningsOf(readRule(text).filter).map(({ warning, near }) => `${warning}: ${near}`);

describe("a rule that may not say what was meant", () => {
  it.each([
    ["融资 和 机器人", ["joiner: 和"]],
    ["融资 或 机器人", ["joiner: 或"]],
    ["title:(融资 以及 机器人)", ["joiner: title:以及"]],
    ["robots and funding", ["joiner: and"]],
    ["robots or funding", ["joiner: or"]],
    ["kind:paper kind:article", ["never: kind:paper kind:article"]],
    ["language:zh language:en MoE", ["never: language:zh language:en"]],
    ["MoE -MoE", ["never: MoE -MoE"]],
    ["推理 EXCEPT 推理", ["never: 推理 EXCEPT 推理"]],
    ["(kind:paper kind:launch) OR agents", ["never: kind:paper kind:launch"]],
  ])("%s", (text, expected) => expect(warned(text)).toEqual(expected));

  it.each([
    "和",
    "融资 机器人",
    "kind:paper OR kind:article",
    "language:zh -MoE",
    "推理 EXCEPT 推理成本",
    "共和 MoE",
    "company:OpenAI company:Anthropic",
  ])("%s is nothing to warn of", (text) => expect(warned(text)).toEqual([]));
});
