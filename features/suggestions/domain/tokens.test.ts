import { describe, expect, it } from "vitest";
import { singular } from "@/lib/text/singular";
import { mentions, searchable, tokensOf } from "./tokens";

const found = (text: string, keyword: string) => mentions(searchable(text), searchable(keyword));

describe("tokens", () => {
  it("are runs of one to three words, their plurals as singulars", () => {
    expect([...tokensOf("Mixtures of Experts")]).toEqual([
      "mixture",
      "mixture of",
      "mixture of expert",
      "of",
      "of expert",
      "expert",
    ]);
  });

  it("are runs of two to four characters in Chinese, beside Latin words", () => {
    expect([...tokensOf("用MoE做推理")].sort()).toEqual(["moe", "mo", "e", "做推", "做推理", "推理"].sort());
  });

  it("do not cross the end of a sentence", () => {
    expect(tokensOf("LLaVA: easy")).not.toContain("llava easy");
    expect(tokensOf("开源。模型")).not.toContain("源模");
    expect(tokensOf("Qwen2.5 report")).toContain("qwen2 5 report");
  });

  it("hold the parts of a name beside the name", () => {
    const tokens = tokensOf("VideoCrafter2");
    for (const part of ["videocrafter2", "video", "crafter", "2"]) expect(tokens).toContain(part);
  });

  it("of nothing are none", () => {
    expect(tokensOf("").size).toBe(0);
    expect(tokensOf("… — !").size).toBe(0);
  });
});

it("takes plurals off as the S stemmer does, and nothing else", () => {
  const pairs = { agents: "agent", queries: "query", images: "image", bus: "bus", loss: "loss", gas: "gas" };
  for (const [word, stem] of Object.entries(pairs)) expect(singular(word)).toBe(stem);
});

describe("a keyword", () => {
  it("is whole words in Latin script, whatever the capitals, hyphens and plurals", () => {
    expect(found("Sparse Mixture-of-Experts models", "mixture of experts")).toBe(true);
    expect(found("An AGENT.", "agents")).toBe(true);
    expect(found("Reagents", "agent")).toBe(false);
  });

  it("may stand inside a sentence in Chinese", () => {
    expect(found("国产混合专家模型", "混合专家")).toBe(true);
    expect(found("混合模型", "混合专家")).toBe(false);
  });

  it("that is empty is in nothing", () => {
    expect(found("anything", " ")).toBe(false);
  });
});
