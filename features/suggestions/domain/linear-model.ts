import { type Corpus, keywordHits, scaleOf, type Topic } from "./corpus";
import { fitLogistic } from "./logistic-regression";

/** The log-odds of an item: bias + (a keyword is there ? keyword : 0) + Σ weights of its n known tokens / √n. */
export type LinearModel = { bias: number; keyword: number; weights: Float32Array };

/**
 * Before anything was learned: an item without a keyword is one in twenty, one with a keyword an even chance (about what
 * plain keywords reach). Learning starts from here and needs evidence to leave it.
 */
const coldStart = { bias: -Math.log(19), keyword: Math.log(19) };

/** What is said before anything was learned: the keywords, and nothing else. */
export const coldModel: LinearModel = { ...coldStart, weights: new Float32Array() };

/** How much an example weighs. Somebody put another thesis and not this one: a hint, no more. */
const cost = { said: 1, passedOver: 0.5 };

const smoothing = 0.5;

/**
 * The model of one thesis, learned from the first `count` examples of the corpus. Tokens weigh by their log-count ratio
 * between the thesis' examples and the others, and a logistic regression over them decides: S. Wang and C. Manning,
 * "Baselines and bigrams", ACL 2012, there with a support vector machine. The keywords are the centre of its prior.
 */
export function trainModel(
  corpus: Corpus,
  topic: Topic,
  count: number = corpus.examples.length,
): LinearModel {
  const past = corpus.examples.slice(0, count);
  const width = corpus.vocabulary.length;
  const hits = keywordHits(corpus, topic.keywords);
  const labels = past.map(({ verdicts }) => (verdicts.get(topic.id) === "yes" ? 1 : -1));
  const costs = past.map(({ verdicts }) => (verdicts.has(topic.id) ? cost.said : cost.passedOver));
  const ratios = countRatios(corpus, labels, costs);
  const learned = fitLogistic({
    rows: past.map((_, example) => rowOf(corpus, example, ratios, hits[example] === true)),
    width: width + 2,
    labels,
    costs,
    offsets: past.map((_, example) => coldStart.bias + (hits[example] ? coldStart.keyword : 0)),
  });
  return {
    bias: coldStart.bias + (learned[width] ?? 0),
    keyword: coldStart.keyword + (learned[width + 1] ?? 0),
    weights: Float32Array.from(ratios, (ratio, token) => ratio * (learned[token] ?? 0)),
  };
}

/** The log-odds of one example of the corpus. */
export function scoreOf(model: LinearModel, corpus: Corpus, example: number, hit: boolean): number {
  const tokens = corpus.tokens[example] ?? [];
  let sum = 0;
  for (const token of tokens) sum += model.weights[token] ?? 0;
  return model.bias + (hit ? model.keyword : 0) + sum * scaleOf(tokens);
}

/** Per token |log((p/Σp) / (q/Σq))|, p and q being its smoothed, weighted counts in either class; 0 for one seen in fewer than two. */
function countRatios(corpus: Corpus, labels: readonly number[], costs: readonly number[]): Float64Array {
  const width = corpus.vocabulary.length;
  const within = new Float64Array(width).fill(smoothing);
  const without = new Float64Array(width).fill(smoothing);
  const seen = new Uint32Array(width);
  labels.forEach((label, example) => {
    const counts = label > 0 ? within : without;
    for (const token of corpus.tokens[example] ?? []) {
      counts[token] = (counts[token] ?? 0) + (costs[example] ?? 0);
      seen[token] = (seen[token] ?? 0) + 1;
    }
  });
  const total = Math.log(sum(without) / sum(within));
  return Float64Array.from(within, (count, token) =>
    (seen[token] ?? 0) < 2 ? 0 : Math.abs(Math.log(count / (without[token] ?? smoothing)) + total),
  );
}

function rowOf(corpus: Corpus, example: number, ratios: Float64Array, hit: boolean) {
  const width = corpus.vocabulary.length;
  const tokens = corpus.tokens[example] ?? new Uint32Array();
  const scale = scaleOf(tokens);
  const columns = new Uint32Array(tokens.length + (hit ? 2 : 1));
  const values = new Float64Array(columns.length).fill(1);
  columns.set(tokens);
  columns.set(hit ? [width, width + 1] : [width], tokens.length);
  tokens.forEach((token, at) => {
    values[at] = (ratios[token] ?? 0) * scale;
  });
  return { columns, values };
}

function sum(numbers: Float64Array): number {
  return numbers.reduce((total, number) => total + number, 0);
}
