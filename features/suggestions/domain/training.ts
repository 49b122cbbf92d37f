import { type Calibration, calibrate, probabilityOf, uncalibrated } from "./calibration";
import { type Corpus, type Example, keywordHits, readCorpus, type Topic } from "./corpus";
import type { Interval } from "./intervals";
import { proportion } from "./intervals";
import { coldModel, type LinearModel, scoreOf, trainModel } from "./linear-model";
import { type Found, found, gainInF1, type Outcome, thresholdWhere } from "./measures";

/**
 * What the keywords find is suggested always. on: the model was measured and finds more. off: measured, and it does not. few: not
 * enough tags to say.
 */
export type ModelState = "on" | "off" | "few";

/** How keywords and model together did on what came after the items it had learned from, in one language. */
export type Measured = {
  language: string;
  state: ModelState;
  /** Items measured, and how many of them carry the thesis. */
  items: number;
  positives: number;
  model: Found;
  keywords: Found;
  gain: { value: number; interval: Interval };
};

export type TopicModel = {
  topic: Topic;
  linear: LinearModel;
  calibration: Calibration;
  /** Probability from which on it is suggested where no keyword is. */
  threshold: number;
  positives: number;
  negatives: number;
  measured: Measured[];
};

export type Training = { vocabulary: readonly string[]; examples: number; models: TopicModel[] };

/** In how many folds of time the examples are cut; each but the first is predicted from all before it. */
const folds = 4;

/** With fewer items of the thesis among those measured, nothing is said. */
const minPositives = 15;

/** Without keywords to compare with, a suggestion that is wrong more often than right is a nuisance. */
const minPrecision = 0.5;

/** Keywords and model together are at least this near to the precision of the keywords alone. */
const keptPrecision = 0.9;

/** Of the items of other theses at most this share is suggested by the model. */
const maxBackground = 0.02;

/**
 * Learns a model per thesis and measures it the way it will be used: it learns from the past and is asked about what came
 * next. Items someone tagged with other theses only count as not belonging here when it is measured, so precision is rather too low than too
 * high. Deterministic: the same examples give the same models.
 */
export function train(topics: readonly Topic[], examples: readonly Example[]): Training {
  const corpus = readCorpus(examples);
  return {
    vocabulary: corpus.vocabulary,
    examples: corpus.examples.length,
    models: topics.map((topic) => trainTopic(corpus, topic)),
  };
}

type Predicted = { language: string; truth: boolean; score: number; keywords: boolean };

function trainTopic(corpus: Corpus, topic: Topic): TopicModel {
  const said = corpus.examples.map(({ verdicts }) => verdicts.get(topic.id));
  const positives = said.filter((verdict) => verdict === "yes").length;
  const negatives = said.filter((verdict) => verdict === "no").length;
  const byFold = positives < minPositives ? [] : backtest(corpus, topic);
  const predicted = byFold.flat();
  const decision = decide(predicted);
  const measured = measure(byFold);
  const anyOn = measured.some(({ state }) => state !== "few");
  if (!anyOn) return { topic, ...untrained, positives, negatives, measured };
  return { topic, linear: trainModel(corpus, topic), ...decision, positives, negatives, measured };
}

/** What the keywords alone say. */
export const untrained = { linear: coldModel, calibration: uncalibrated, threshold: minPrecision };

/** The folds after the first, each predicted by a model of all that came before. */
function backtest(corpus: Corpus, topic: Topic): Predicted[][] {
  const hits = keywordHits(corpus, topic.keywords);
  const starts = startsOfFolds(corpus, topic);
  return Array.from({ length: folds - 1 }, (_, before) => {
    const start = starts[before + 1] ?? 0;
    const model = trainModel(corpus, topic, start);
    return corpus.examples.slice(start, starts[before + 2]).map(({ language, verdicts }, offset) => {
      const example = start + offset;
      const keywords = hits[example] === true;
      const truth = verdicts.get(topic.id) === "yes";
      return { language, truth, keywords, score: scoreOf(model, corpus, example, keywords) };
    });
  });
}

/** Where each fold begins: all hold as many items of the thesis, for a thesis is seldom as old as the news. */
function startsOfFolds(corpus: Corpus, topic: Topic): number[] {
  const belonging = corpus.examples.flatMap(({ verdicts }, at) =>
    verdicts.get(topic.id) === "yes" ? [at] : [],
  );
  return Array.from({ length: folds }, (_, fold) =>
    fold === 0 ? 0 : (belonging[Math.round((fold * belonging.length) / folds)] ?? 0),
  );
}

/** From what was predicted: how scores become probabilities, and from which on the model speaks beside the keywords. */
function decide(predicted: readonly Predicted[]): Pick<TopicModel, "calibration" | "threshold"> {
  const scores = predicted.map(({ score }) => score);
  const truths = predicted.map(({ truth }) => truth);
  const calibration = calibrate(scores, truths);
  const hits = predicted.filter(({ keywords }) => keywords);
  const rightHits = hits.filter(({ truth }) => truth).length;
  const wanted = hits.length === 0 ? minPrecision : (keptPrecision * rightHits) / hits.length;
  const beside = predicted.filter(({ keywords }) => !keywords);
  const maxWrong = maxBackground * beside.filter(({ truth }) => !truth).length;
  const threshold = thresholdWhere(
    (right, said) => said - right <= maxWrong && (right + rightHits) / (said + hits.length) >= wanted,
    beside.map(({ score }) => score),
    beside.map(({ truth }) => truth),
  );
  return { calibration, threshold: probabilityOf(threshold, calibration) };
}

/** Each fold after the second is judged with what the ones before it decided: nothing measured had a say in it. */
function measure(byFold: readonly Predicted[][]): Measured[] {
  const outcomes = new Map<string, Outcome[]>();
  byFold.forEach((fold, at) => {
    if (at === 0) return;
    const { calibration, threshold } = decide(byFold.slice(0, at).flat());
    for (const { language, truth, score, keywords } of fold) {
      const ofLanguage = outcomes.get(language) ?? [];
      outcomes.set(language, ofLanguage);
      ofLanguage.push({ truth, keywords, model: keywords || probabilityOf(score, calibration) >= threshold });
    }
  });
  return [...outcomes.keys()].sort().map((language) => measuredOf(language, outcomes.get(language) ?? []));
}

function measuredOf(language: string, outcomes: readonly Outcome[]): Measured {
  const items = outcomes.length;
  const positives = outcomes.filter(({ truth }) => truth).length;
  const state = positives < minPositives ? "few" : findsMore(outcomes) ? "on" : "off";
  const [model, keywords] = [found(outcomes, "model"), found(outcomes, "keywords")];
  return { language, state, items, positives, model, keywords, gain: gainInF1(outcomes) };
}

/** What it adds to the keywords is right more often than a guess would be. */
function findsMore(outcomes: readonly Outcome[]): boolean {
  const beside = outcomes.filter(({ keywords }) => !keywords);
  const added = beside.filter(({ model }) => model);
  const guess = beside.filter(({ truth }) => truth).length / Math.max(1, beside.length);
  return proportion(added.filter(({ truth }) => truth).length, added.length).interval.low > guess;
}
