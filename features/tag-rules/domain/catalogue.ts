import { kindChoices } from "@/features/news/domain/kinds";
import type { Catalogue, CatalogueField } from "@/lib/filter/catalogue";

/** Words are matched by a rule: whole words, synonyms, regular expressions. */
const matched = { kind: "words", optional: false, only: ["matches"] } satisfies Partial<CatalogueField>;

/** What a rule can ask of a news item. `q` is title and text. */
export const ruleCatalogue: Catalogue = {
  record: "news",
  words: { field: "q", op: "matches" },
  fields: [
    { ...matched, name: "q", names: { en: ["words"], zh: ["全文"] } },
    { ...matched, name: "title", names: { en: ["title"], zh: ["标题"] } },
    { ...matched, name: "text", names: { en: ["text"], zh: ["正文"] } },
    { name: "feed", kind: "ref", optional: true, names: { en: ["feed"], zh: ["订阅源"] } },
    { name: "company", kind: "ref", optional: true, names: { en: ["company"], zh: ["公司"] } },
    { name: "language", kind: "choice", optional: false, names: { en: ["language"], zh: ["语言"] } },
    {
      name: "kind",
      kind: "choice",
      optional: false,
      names: { en: ["kind"], zh: ["类型"] },
      choices: kindChoices,
    },
    { name: "source", kind: "text", optional: true, names: { en: ["source"], zh: ["来源"] } },
    { name: "published", kind: "instant", optional: false, names: { en: ["published"], zh: ["发布时间"] } },
  ],
};
