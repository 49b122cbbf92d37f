import { mentions, searchable, tokensOf } from "./tokens";

/** What the team said of an item and a thesis; nothing said is neither. */
export type Verdict = "yes" | "no";

/** A thesis as far as a model needs it. */
export type Topic = { id: string; keywords: readonly string[] };

/** An item somebody judged. `at`: when it was published, in ms. `verdicts`: by thesis id. */
export type Example = {
  text: string;
  language: string;
  at: number;
  verdicts: ReadonlyMap<string, Verdict>;
};

/** Examples in the order of time, their tokens numbered. A token that stands in one example only teaches nothing and is left out. */
export type Corpus = {
  examples: readonly Example[];
  vocabulary: readonly string[];
  /** Per example the numbers of its tokens. */
  tokens: readonly Uint32Array[];
  searchable: readonly string[];
};

export function readCorpus(examples: readonly Example[]): Corpus {
  const inOrder = [...examples].sort((a, b) => a.at - b.at);
  const texts = inOrder.map(({ text }) => [...tokensOf(text)]);
  const seen = new Map<string, number>();
  for (const tokens of texts) for (const token of tokens) seen.set(token, (seen.get(token) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [token, times] of seen) if (times > 1) numbers.set(token, numbers.size);
  return {
    examples: inOrder,
    vocabulary: [...numbers.keys()],
    tokens: texts.map((tokens) => Uint32Array.from(tokens.flatMap((token) => numbers.get(token) ?? []))),
    searchable: inOrder.map(({ text }) => searchable(text)),
  };
}

/** 1 / √n for a text of n known tokens: a long text has no louder voice than a short one. */
export function scaleOf(tokens: { length: number }): number {
  return 1 / Math.sqrt(Math.max(1, tokens.length));
}

/** Per example: does it mention one of the keywords? */
export function keywordHits(corpus: Corpus, keywords: readonly string[]): boolean[] {
  const wanted = keywords.map(searchable);
  return corpus.searchable.map((text) => wanted.some((keyword) => mentions(text, keyword)));
}
