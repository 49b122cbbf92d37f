/** A headline's terms with their weights: how much a shared one says that two headlines tell the same. */
export type Terms = ReadonlyMap<string, number>;

const words = (text: string) => new Set(text.split(/\s+/));

/** Words that any two headlines may share. */
const commonLatin = words(
  `a an the of to in on for and or is are was were be been has have had with by from at as it its this that you your i my we our
   how why what who when not no new show ask hn launch video pdf after about into more over up out do does can will now just but than`,
);
const commonChinese = words(
  `发布 宣布 推出 正式 消息 外媒 机构 报告 预计 公司 表示 回应 首次 今日 今天 中国 全球 我国 将在 已在 将于 或将 达到`,
);

const token =
  /\p{Nd}+(?:\.\p{Nd}+)?|[\p{Script=Latin}][\p{Script=Latin}\p{M}\p{Nd}+'’]*|\p{Script=Han}+|[\p{L}\p{M}]+/gu;

const weights = { number: 1, word: 1, pair: 0.5, common: 0.15 } as const;

/** Numbers and words as they are, Chinese by pairs of characters. Numbers begin with "#". */
export function termsOf(title: string): Terms {
  const plain = title
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/(\d),(?=\d{3})/g, "$1");
  const terms = new Map<string, number>();
  for (const [found] of plain.matchAll(token)) {
    if (/^\p{Nd}/u.test(found)) terms.set(`#${found}`, weights.number);
    else if (/^\p{Script=Han}/u.test(found))
      for (const pair of pairsOf(found)) terms.set(pair, weightOfPair(pair));
    else {
      const word = found.length > 3 ? found.replace(/['’]?s$/, "") : found;
      terms.set(word, commonLatin.has(found) ? weights.common : weights.word);
    }
  }
  return terms;
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  if (letters.length === 1) return letters;
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

function weightOfPair(pair: string): number {
  return commonChinese.has(pair) || [...pair].length === 1 ? weights.common : weights.pair;
}
