import type { Figure } from "./figures";

type Groups = Record<string, string | undefined>;
type Reader = { pattern: RegExp; figure: (groups: Groups) => Figure | null };

function table(text: string): ReadonlyMap<string, string> {
  const entries = text
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split("="));
  return new Map(entries.map(([name = "", value = ""]) => [name, value]));
}

const scales = table(`
  k=1e3 thousand=1e3 m=1e6 mn=1e6 million=1e6 b=1e9 bn=1e9 billion=1e9 t=1e12 trillion=1e12 十=1e1
  百=1e2 千=1e3 万=1e4 十万=1e5 百万=1e6 千万=1e7 亿=1e8 十亿=1e9 百亿=1e10 千亿=1e11 万亿=1e12
`);
const currencies = table(`
  $=usd us$=usd dollar=usd 美元=usd 美金=usd €=eur euro=eur 欧元=eur £=gbp pound=gbp 英镑=gbp ¥=cny 元=cny
  人民币=cny 元人民币=cny yuan=cny rmb=cny hk$=hkd 港元=hkd won=krw 韩元=krw yen=jpy 日元=jpy
`);
const words = table(`
  two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 dozen=12
  twenty=20 thirty=30 forty=40 fifty=50 hundred=100   一=1 二=2 两=2
  三=3 四=4 五=5 六=6 七=7 八=8 九=9 十=10
`);
const months = "january february march april may june july august september october november december".split(
  " ",
);
const weekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const chineseDigits = "一二三四五六七八九";

const oneOf = (names: ReadonlyMap<string, string>) =>
  [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replaceAll("$", "\\$"))
    .join("|");
const number = "\\d+(?:\\.\\d+)?";
const english = [...words.keys()].filter((word) => /^[a-z]/.test(word)).join("|");
const measure =
  "years?|months?|weeks?|days?|hours?|minutes?|seconds?|gigawatts?|megawatts?|gw|mw|terabytes?|petabytes?|tb|pb|gb|km|miles?|年|个?月|周|天|小时|分钟|秒|[台辆人家名款只座个部条次位吨项集]";

function amount({ mark, value = "", scale, unit }: Groups): Figure {
  const base = value === "" ? 1 : Number(words.get(value) ?? value);
  const of = Number(scales.get(scale ?? "") ?? 1);
  const named = mark ?? unit?.replace(/(?<=[a-z]{2})s$/, "") ?? "";
  return { kind: "amount", value: base * of, unit: currencies.get(named) ?? named };
}
const date = (value: string): Figure => ({ kind: "date", value, unit: "" });
const round = (value: string): Figure => ({ kind: "round", value, unit: "" });

/** Earlier ones take what they read away from later ones. */
export const readers: readonly Reader[] = [
  {
    pattern: /\bseries (?<letter>[a-h]\+*)(?![a-z])|(?<pre>pre-?)?(?<chinese>[a-h]\+*)轮/g,
    figure: ({ letter, pre, chinese }) => round(`${pre ? "pre-" : ""}${letter ?? chinese}`),
  },
  {
    pattern:
      /(?<pre>\bpre-?)?\bseed(?<plus>\+?)(?= (?:round|funding|extension)|\+)|(?<name>天使|种子|战略|首|二)(?=轮|融资)/g,
    figure: ({ pre, plus, name }) => round(name ?? `${pre ? "pre-" : ""}seed${plus}`),
  },
  { pattern: /\bbridge round\b/g, figure: () => round("bridge") },
  {
    pattern:
      /\bq(?<quarter>[1-4])\b|(?:第?(?<chinese>[一二三四])|(?<digit>[1-4]))季度|\b(?<name>first|second|third|fourth)[- ]quarter\b/g,
    figure: ({ quarter, chinese, digit, name }) =>
      date(
        `q${quarter ?? digit ?? (chinese ? chineseDigits.indexOf(chinese) : ["first", "second", "third", "fourth"].indexOf(name ?? "")) + 1}`,
      ),
  },
  {
    pattern: /(?<half>上|下)半年|\b(?<name>first|second) half\b/g,
    figure: ({ half, name }) => date(half === "上" || name === "first" ? "h1" : "h2"),
  },
  {
    pattern: /(?<month>\d{1,2}|十[一二]?) ?月(?:(?<day> ?\d{1,2}) ?日)?/g,
    figure: ({ month, day }) => date(`${month}-${day?.trim() ?? ""}`),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?<first>\\d{1,2})(?:th|st|nd|rd)? )?(?<name>${months.join("|")})\\b(?: (?<day>\\d{1,2})\\b)?`,
      "g",
    ),
    figure: ({ first, name = "", day }) =>
      name === "may" && !first && !day ? null : date(`${months.indexOf(name) + 1}-${first ?? day ?? ""}`),
  },
  { pattern: new RegExp(`\\b(?<name>${weekdays.join("|")})\\b`, "g"), figure: ({ name = "" }) => date(name) },
  {
    pattern: /(?:周|星期)(?<day>[一二三四五六日])/g,
    figure: ({ day = "" }) => date(weekdays[`${chineseDigits}日`.indexOf(day)] ?? `周${day}`),
  },
  { pattern: /(?<![\d.$])(?<year>20[0-5]\d) ?年?(?![\d.亿万%])/g, figure: ({ year = "" }) => date(year) },
  {
    pattern: new RegExp(
      `(?<mark>us\\$|hk\\$|[$€£¥])\\s?(?<value>${number})[\\s-]?(?<scale>thousand|million|billion|trillion|k|mn?|bn?|t)?(?![a-z])`,
      "g",
    ),
    figure: amount,
  },
  {
    pattern: new RegExp(`(?<value>${number})\\s?(?<unit>%|percent|per cent)`, "g"),
    figure: (found) => amount({ ...found, unit: "%" }),
  },
  {
    pattern: new RegExp(
      `(?<![a-z\\d.-])(?<value>${number}|${english})[\\s-]?(?<scale>thousand|million|billion|trillion|k|mn?|bn?)(?![a-z])(?:[\\s-](?<unit>dollar|euro|pound|yuan|won|yen)s?)?`,
      "g",
    ),
    figure: amount,
  },
  {
    pattern: new RegExp(
      `(?<value>${number}|[一二两三四五六七八九十]|(?<=[近超过逾]))\\s?(?<scale>万亿|[十百千]?[万亿])(?<unit>${oneOf(currencies)}|${measure})?`,
      "g",
    ),
    figure: amount,
  },
  {
    pattern: /\b(?<part>half|third|quarter)(?= of\b)/g,
    figure: ({ part = "" }) => ({ kind: "amount", value: part, unit: "" }),
  },
  {
    pattern: /数(?<scale>[十百千]?[万亿])/g,
    figure: ({ scale }) => ({ kind: "amount", value: `数${scale}`, unit: "" }),
  },
  {
    pattern: new RegExp(
      `(?<![a-z\\d.-])(?<value>${number}|${english})[\\s-]?(?<unit>${oneOf(currencies)}|${measure})(?![a-z])`,
      "g",
    ),
    figure: amount,
  },
  {
    pattern: /(?<code>(?<![a-z\d])[a-z]{1,8}-?\d+(?:\.\d+)*[a-z]*|(?<![a-z\d.])\d+(?:\.\d+)?[a-z]+)(?!\d)/g,
    figure: ({ code = "" }) => ({ kind: "product", value: code.replaceAll("-", ""), unit: "" }),
  },
  { pattern: new RegExp(`(?<value>${number})`, "g"), figure: amount },
  {
    pattern: new RegExp(
      `\\b(?<value>${english})\\b|(?<value2>[二两三四五六七八九十])(?<unit>个?月|[家名人座年项位款台])`,
      "g",
    ),
    figure: ({ value, value2, unit }) => amount({ value: value ?? value2, unit }),
  },
];
