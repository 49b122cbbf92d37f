import { folded } from "@/lib/text/search-terms";
import { singular } from "@/lib/text/singular";
import { common, frequent } from "./common-terms";
import { type Figure, figuresOf } from "./figures";
import { knownNames, plainWords, sameWord, withSameWords } from "./same-words";

/** What is aligned of a headline: a word or a Chinese character, with the clause it stands in. */
export type Unit = { text: string; weight: number; clause: number };

/** A headline as it is compared. */
export type Reading = {
  /** Folded as search folds: small letters, simplified characters. */
  plain: string;
  units: readonly Unit[];
  /** Words and pairs of Chinese characters, by how much a shared one says. */
  terms: ReadonlyMap<string, number>;
  /** Of all terms. */
  weight: number;
  figures: readonly Figure[];
  /** Words with a capital within a sentence of small letters. */
  names: ReadonlySet<string>;
  isChinese: boolean;
  /** Does somebody speak about a thing rather than tell it? */
  isComment: boolean;
};

const weights = { word: 1, pair: 0.5, plain: 0.5, common: 0.5, frequent: 0.15 } as const;
const token =
  /¤[^¤]+¤|\p{Nd}+(?:\.\p{Nd}+)*|[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\p{Nd}+'’]*|\p{Script=Han}+|[\p{L}\p{M}]+|[，,：:；;|—–!?。！？]/gu;

export function readingOf(title: string): Reading {
  const plain = folded(title).replaceAll(/\b(u)\.(s|k)\.?/g, "$1$2");
  const { figures, marked } = figuresOf(plain);
  const units: Unit[] = [];
  const terms = new Map<string, number>();
  let clause = 0;
  for (const [found] of withSameWords(marked).matchAll(token)) {
    if (found.startsWith("¤")) {
      units.push({ text: found, weight: weights.word, clause });
      terms.set(found, weights.word);
    } else if (/^[^\p{L}\p{N}\p{M}]/u.test(found)) clause++;
    else if (/^\p{Script=Han}/u.test(found)) {
      const letters = [...found];
      for (const text of letters) units.push({ text, weight: weights.pair, clause });
      for (const pair of pairsOf(letters)) terms.set(pair, weights.pair * rarity(pair));
    } else {
      const text = stemmed(found);
      const weight =
        plainWords.has(text) || knownNames.has(text) ? weights.plain : weights.word * rarity(found);
      units.push({ text, weight, clause });
      terms.set(text, weight);
    }
  }
  return {
    plain,
    units,
    terms,
    weight: [...terms.values()].reduce((sum, weight) => sum + weight, 0),
    figures,
    names: namesOf(title),
    isChinese: /\p{Script=Han}/u.test(plain),
    isComment: comments.test(plain),
  };
}

/** A word as it is compared: accuses, accused, accusing. An odd stem does no harm here. */
export function stemmed(word: string): string {
  const same = sameWord(word);
  if (same !== word) return same;
  const bare = singular(word.replace(/['’]s?$/, ""));
  return bare.length < 6 ? bare : bare.replace(/(?:ies|ied|ing|ed|es|ly|e)$/, "");
}

function rarity(term: string): number {
  if (frequent.has(term)) return weights.frequent;
  return common.has(term) ? weights.common : 1;
}

function pairsOf(letters: readonly string[]): string[] {
  if (letters.length === 1) return [...letters];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

function namesOf(title: string): Set<string> {
  const plain = title.normalize("NFKC");
  const words = [...plain.matchAll(/[\p{Script=Latin}][\p{Script=Latin}\p{M}\p{Nd}'’]*/gu)];
  const capital = words.filter(({ 0: word }) => /\p{Lu}/u.test(word));
  // Where every word has its capital, none says anything.
  if (capital.length > 4 && capital.length > words.length * 0.7 && !/\p{Script=Han}/u.test(plain))
    return new Set();
  return new Set(capital.map(([word]) => stemmed(folded(word).replace(/['’]s$/, ""))));
}

const comments =
  /\b(?:notes on|statement|interview|reviews?|thoughts|how|why|what|which|who|reflections|timeline|explained|reminder|opinion|guide|teardown|press conference|is my|i|you|we|my|your|must|should|lessons|history|inside|understanding|reacts?|fallout)\b|\?|解读|回应|谈|点评|怎么看|分析|如何|为何|影响|股价|概念股|盘中|盘前|解析|受益|机遇/;
