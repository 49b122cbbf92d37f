import { type Terms, termsOf } from "./terms";

/** What of a news item says which story it tells. `text`: its first thousand characters, or nothing. */
export type Telling = { title: string; text: string };

/** Shorter texts are teasers and notices ("Read more at …") that many items share. */
export function isLong(text: string): boolean {
  return text.length >= 200;
}

/**
 * How alike two headlines are, 0 to 1: the weight of the terms they share by the weight of all their terms (Jaccard 1901,
 * weighted as in Ruzicka 1958).
 */
export function similarity(a: Terms, b: Terms): number {
  let shared = 0;
  let all = 0;
  for (const [term, weight] of a) {
    all += weight;
    if (b.has(term)) shared += weight;
  }
  for (const [term, weight] of b) if (!a.has(term)) all += weight;
  return all === 0 ? 0 : shared / all;
}

/** From here on two headlines tell the same; chosen on the first half of test/stories/labelled-pairs.json. */
export const sameFrom = 0.5;

/**
 * Pairs of which a headline has one and the other the other when they tell of different things: markets that rise and fall,
 * warnings of different colours, what begins and what ends.
 */
const opposites: readonly (readonly string[])[] = [
  ["涨", "跌"],
  ["升", "贬", "降"],
  ["增", "减"],
  ["买入", "卖出"],
  ["流入", "流出"],
  ["启动", "终止"],
  ["蓝色", "黄色", "橙色", "红色"],
  ["大风", "大雾", "暴雨", "高温", "强对流", "冰冻"],
  ["开盘", "收盘", "午间", "盘后"],
  ["天使轮", "pre-a", "a轮", "b轮", "c轮", "d轮"],
  ["推迟", "首次"],
  ["rises", "falls"],
  ["opens", "closes"],
  ["bull", "bear"],
];

/** Words with which somebody answers a story rather than tells it. */
const answers =
  /否认|辟谣|不实|并非|假消息|澄清|反驳|\b(den(?:y|ies|ied)|refut\w+|debunk\w*|disput\w+|rebut\w*|a response|response to|not true|hoax)\b/i;

/**
 * Do the two tell the same news? Copies of one text do. Else their headlines must be alike, and not when one answers the other, when each has a number the other lacks, or when they take
 * opposite sides of a pair such as rise and fall: near-equal headlines of different days and makers differ just there.
 */
export function tellSame(a: Telling, b: Telling): boolean {
  if (isLong(a.text) && a.text === b.text) return true;
  const [left, right] = [termsOf(a.title), termsOf(b.title)];
  if (answers.test(a.title) !== answers.test(b.title)) return false;
  if (numbersDiffer(left, right) || areOpposed(a.title, b.title)) return false;
  return similarity(left, right) >= sameFrom && !subjectsDiffer(a.title, b.title);
}

function numbersDiffer(a: Terms, b: Terms): boolean {
  const lacks = (one: Terms, other: Terms) =>
    [...one.keys()].some((term) => term.startsWith("#") && !other.has(term));
  return lacks(a, b) && lacks(b, a);
}

function areOpposed(a: string, b: string): boolean {
  const sides = (title: string, group: readonly string[]) =>
    group.filter((side) => title.toLowerCase().includes(side));
  return opposites.some((group) => {
    const [left, right] = [sides(a, group), sides(b, group)];
    return left.length > 0 && right.length > 0 && !left.some((side) => right.includes(side));
  });
}

/** Who is only quoted: two who quote the same tell the same. */
const quoted =
  /机构|外媒|消息|报告|曝|媒|报|研究|局|部|会|canalys|idc|counterpoint|dsc|institute|report|source/i;

/**
 * Headlines of one pattern about different makers ("A银行：拟出资215亿元", "B银行：拟出资215亿元"): their subjects, which stand
 * before a colon or in quotation marks at the beginning, are different names.
 */
function subjectsDiffer(a: string, b: string): boolean {
  const [left, right] = [subjectOf(a), subjectOf(b)];
  if (left === null || right === null || quoted.test(left) || quoted.test(right)) return false;
  return !left.includes(right) && !right.includes(left) && !b.includes(left) && !a.includes(right);
}

function subjectOf(title: string): string | null {
  const found = /^\s*[“「"*]?([^：:，,”」"]{2,16})(?:[：:]|[”」"])/.exec(title.normalize("NFC"));
  return found?.[1]?.trim().toLowerCase() ?? null;
}
