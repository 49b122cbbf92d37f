import { describe, expect, it } from "vitest";
import { readyItem, ruleMatcher } from "@/features/tag-rules/domain/matching";
import { readRule } from "@/features/tag-rules/domain/rule-text";
import { loadDemo } from "./schema";

const { rules, news, theses } = loadDemo();
const ready = rules.rules.map((rule) => ({
  ...rule,
  matches: ruleMatcher(readRule(rule.expression).filter, {
    today: "2024-07-01",
    timeZone: "Asia/Shanghai",
    synonyms: rules.synonyms[rule.thesis] ?? [],
  }),
}));

/** The theses that the shipped rules put on a headline. */
function thesesOf(title: string): string[] {
  const item = readyItem({
    title,
    text: "",
    kind: "article",
    language: "zh",
    feed: [],
    companies: [],
    source: null,
    publishedAt: "2024-06-01T00:00:00Z",
  });
  return ready.filter(({ matches }) => matches(item) !== null).map(({ thesis }) => thesis);
}

describe("the shipped rules", () => {
  it("belong to theses that exist, and read", () => {
    const slugs = theses.map(({ slug }) => slug);
    for (const { thesis } of rules.rules) expect(slugs).toContain(thesis);
    for (const thesis of Object.keys(rules.synonyms)) expect(slugs).toContain(thesis);
  });

  // Every headline of the first half of 2024 in which Readhub wrote 推理, with the sense it has there.
  it.each([
    ["李彦宏：文心大模型推理成本已降低至原本的1%", "running"],
    ["优刻得联合智谱AI构建超千卡规模推理集群", "running"],
    ["马斯克 xAI 推出 Grok-1.5 大语言模型：提升推理能力，可处理 128k 上下文", "reasoning"],
    ["三星组建 HBM 产能质量提升团队，加速 AI 推理芯片 Mach-2 开发", "running"],
    ["昆仑万维旗下Opera全新AI服务器集群成功落地 大模型推理速度提高30倍", "running"],
    ["OpenAI和Meta准备推出具有“推理”能力的新AI模型", "reasoning"],
    ["百度智能云宣布国内首家支持Llama3全系列训练推理", "running"],
    ["阿里云宣布全方位支持Llama 3训练推理，并提供免费算力", "running"],
    ["华为云在香港为大模型训练推理提供即开即用澎湃算力", "running"],
    ["苹果发布 OpenELM，基于开源训练和推理框架的高效语言模型", "running"],
    ["特斯拉CEO马斯克：今年将投资100亿美元用于AI训练和推理", "running"],
    ["超星未来获数亿元Pre-B轮融资，加码边缘侧大模型推理芯片", "running"],
    ["讯飞星火 Lite API 能力免费开放：在线联网搜索、低算力推理场景", "running"],
    ["英伟达推出AI模型推理微服务NVIDIA NIM", "running"],
    ["清昴智能获数千万元Pre-A+轮融资，提供AI推理部署解决方案", "running"],
  ])("take 推理 in “%s” for %s", (title, sense) => {
    expect(thesesOf(title).includes("reasoning")).toBe(sense === "reasoning");
  });

  it("put what it costs to run a model on open source through MoE", () => {
    expect(thesesOf("李彦宏：文心大模型推理成本已降低至原本的1%")).toEqual(["open-source-moe"]);
    expect(thesesOf("推理能力提升，推理成本下降")).toEqual(["open-source-moe", "reasoning"]);
  });

  it("say of the demo's own news nothing that who tagged it did not say, three times in four", () => {
    const said = news.flatMap(({ title, tags }) =>
      thesesOf(title).map((thesis) => tags.some((tag) => tag.thesis === thesis)),
    );
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter(Boolean).length / said.length).toBeGreaterThan(0.75);
  });
});
