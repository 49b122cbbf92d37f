import type { Catalogue, CatalogueField, FieldKind, Names } from "@/lib/filter/catalogue";

/** Two records that know each other, with a field of every kind. */
function field(
  name: string,
  kind: FieldKind,
  zh: string,
  more: Partial<CatalogueField> = {},
): CatalogueField {
  return { name, kind, names: { en: [name], zh: [zh] }, optional: false, ...more };
}

function choices(...all: [value: string, en: string, zh: string][]): { value: string; names: Names }[] {
  return all.map(([value, en, zh]) => ({ value, names: { en: [en], zh: [zh] } }));
}

export const news: Catalogue = {
  record: "news",
  words: { field: "q", op: "search" },
  fields: [
    field("q", "words", "全文"),
    field("title", "words", "标题"),
    field("body", "words", "正文", { only: ["matches"] }),
    field("source", "text", "来源", { optional: true }),
    field("kind", "choice", "类型", {
      choices: choices(
        ["article", "article", "报道"],
        ["paper", "paper", "论文"],
        ["round", "funding round", "融资"],
      ),
    }),
    field("feed", "ref", "订阅源", { optional: true, names: { en: ["feed"], zh: ["订阅源", "来源站"] } }),
    field("owner", "ref", "负责人", { optional: true, person: true }),
    field("thesis", "ref", "主题", {
      optional: true,
      of: "tag",
      choices: choices(["agents", "Agents", "智能体"], ["moe", "Open source through MoE", "MoE 开源"]),
    }),
    field("stance", "choice", "立场", {
      of: "tag",
      choices: choices(
        ["for", "for", "支持"],
        ["neutral", "neutral", "中性"],
        ["against", "against", "反对"],
      ),
    }),
    field("strength", "number", "强度", { of: "tag" }),
    field("published", "instant", "发布"),
    field("due", "day", "到期", { optional: true }),
    field("doubtful", "flag", "存疑"),
    field("company", "ref", "公司", { optional: true, related: () => companies }),
  ],
};

export const companies: Catalogue = {
  record: "company",
  words: { field: "q", op: "search" },
  fields: [
    field("q", "words", "全文"),
    field("name", "text", "名称"),
    field("country", "choice", "国家", {
      optional: true,
      choices: choices(["CN", "China", "中国"], ["US", "USA", "美国"]),
    }),
    field("raised", "number", "融资额", { optional: true }),
    field("news", "relation", "新闻", { related: () => news }),
    field("deals", "relation", "交易", { related: () => deals }),
  ],
};

const deals: Catalogue = {
  record: "deal",
  words: null,
  fields: [
    field("stage", "choice", "阶段", {
      choices: choices(["sourced", "sourced", "储备"], ["passed", "passed", "已放弃"]),
    }),
    field("amount", "number", "金额", { optional: true }),
    field("closed", "day", "成交日", { optional: true }),
  ],
};
