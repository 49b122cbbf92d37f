import { probabilityOf } from "./calibration";
import { scaleOf } from "./corpus";
import type { LinearModel } from "./linear-model";
import { mentions, searchable, tokensOf } from "./tokens";
import { type ModelState, type TopicModel, untrained } from "./training";

/**
 * A model's word on one item, or the keywords' alone, who know no probability of their own (`learned`: false). `words`: what in
 * the text made it say so, the strongest first; never empty.
 */
export type Suggestion = { topicId: string; probability: number; words: string[]; learned: boolean };

/** A model as far as it is asked, its keywords made searchable. */
export type AdvisorModel = Omit<TopicModel, "positives" | "negatives"> & { keywords: readonly string[] };

/** Trained models made ready to be asked; `numbers`: the number each token of the vocabulary has. */
export type Classifier = { numbers: ReadonlyMap<string, number>; models: readonly AdvisorModel[] };

export function advisorModel(model: Omit<TopicModel, "positives" | "negatives">): AdvisorModel {
  return { ...model, keywords: model.topic.keywords.map(searchable) };
}

export function advisorOf(vocabulary: readonly string[], models: readonly AdvisorModel[]): Classifier {
  return { numbers: new Map(vocabulary.map((token, number) => [token, number])), models };
}

const maxWords = 5;

/** What each thesis' keywords suggest for an item, and its model where it is on in this language and sure enough. */
export function suggestionsOf(advisor: Classifier, item: { text: string; language: string }): Suggestion[] {
  const known: [token: string, number: number][] = [];
  for (const token of tokensOf(item.text)) {
    const number = advisor.numbers.get(token);
    if (number !== undefined) known.push([token, number]);
  }
  const text = searchable(item.text);
  return advisor.models.flatMap((model) => {
    const isOn = stateIn(model.measured, item.language) === "on";
    const { linear, calibration, threshold } = isOn ? model : untrained;
    const hits = model.keywords.filter((keyword) => mentions(text, keyword)).map((keyword) => keyword.trim());
    const probability = probabilityOf(scoreOfTokens(linear, known, hits.length > 0), calibration);
    if (hits.length === 0 && probability < threshold) return [];
    const words = wordsThatSpoke(linear, known, hits);
    return words.length === 0 ? [] : [{ topicId: model.topic.id, probability, words, learned: isOn }];
  });
}

/** A language nothing was measured in has too few tags to say. */
function stateIn(measured: TopicModel["measured"], language: string): ModelState {
  return measured.find((one) => one.language === language)?.state ?? "few";
}

function scoreOfTokens(linear: LinearModel, known: readonly [string, number][], hit: boolean): number {
  let sum = 0;
  for (const [, number] of known) sum += linear.weights[number] ?? 0;
  return linear.bias + (hit ? linear.keyword : 0) + sum * scaleOf(known);
}

/** The keywords that were found, then the tokens that pulled most; one inside another that was named already says nothing new. */
function wordsThatSpoke(
  linear: LinearModel,
  known: readonly [string, number][],
  hits: readonly string[],
): string[] {
  const weightOf = (number: number) => linear.weights[number] ?? 0;
  const pulling = known
    .filter(([, number]) => weightOf(number) > 0)
    .sort((a, b) => weightOf(b[1]) - weightOf(a[1]))
    .map(([token]) => token);
  const words: string[] = [];
  for (const word of [...hits, ...pulling]) {
    if (words.length === maxWords) break;
    if (!words.some((named) => named.includes(word))) words.push(word);
  }
  return words;
}
