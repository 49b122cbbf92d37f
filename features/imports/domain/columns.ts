import { simplified } from "@/lib/text/simplified";

/** What an item can be given. */
export const importFields = ["title", "url", "date", "source", "language", "kind", "theses", "text"] as const;
export type ImportField = (typeof importFields)[number];

/** Which column of the file is which field. */
export type Mapping = Partial<Record<ImportField, string>>;

/** What columns are called in files people have, in small letters. */
const names: Record<ImportField, readonly string[]> = {
  title: ["title", "headline", "标题", "题目", "名称"],
  url: ["url", "link", "address", "href", "链接", "网址", "地址"],
  date: [
    "date",
    "published",
    "publishedat",
    "published_at",
    "posted_at",
    "pubdate",
    "time",
    "日期",
    "时间",
    "发布时间",
    "发布日期",
  ],
  source: ["source", "publisher", "site", "feed", "来源", "媒体", "出处"],
  language: ["language", "lang", "语言"],
  kind: ["kind", "type", "类型", "类别"],
  theses: ["theses", "thesis", "主题", "投资主题"],
  text: ["text", "content", "body", "summary", "description", "abstract", "正文", "内容", "摘要"],
};

/** Also in traditional characters (標題), and with what the column holds in brackets: 日期(年,月,日). */
function isCalled(field: ImportField, column: string): boolean {
  const name = simplified(column.normalize("NFKC"))
    .replace(/\(.*\)\s*$/s, "")
    .trim()
    .toLowerCase();
  return names[field].includes(name);
}

/** The columns of a file by what they are called; `chosen` goes before. A column serves one field. */
export function mappingOf(columns: readonly string[], chosen: Mapping = {}): Mapping {
  const mapping: Mapping = {};
  const taken = new Set(Object.values(chosen));
  for (const field of importFields) {
    const own = chosen[field];
    const guessed = columns.find((column) => !taken.has(column) && isCalled(field, column));
    const column = own !== undefined ? columns.find((one) => one === own) : guessed;
    if (column === undefined) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}
