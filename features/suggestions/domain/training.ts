import { type Calibration, calibrate, probabilityOf, uncalibrated } from "./calibration";
import { type Corpus, type Example, keywordHits, readCorpus, type Topic } from "./corpus";
import type { Interval } from "./intervals";
import { coldModel, type LinearModel, scoreOf, trainModel } from "./linear-model";
import { type Found, found, gainInF1, type Outcome, thresholdFor } from "./measures";

/**
 * on: measured, and better than a plain search for the keywords. off: measured, and not. few: not enough tags to say; what
 * the keywords find is suggested until there are.
 */
export type ModelState = "on" | "off" | "few";

/** How the model did on what came after the items it had learned from, in one language. */
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
  /** Probability from which on it is suggested. */
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

/** A suggestion that is wrong more often than right is a nuisance, however bad the keywords are. */
const minPrecision = 0.5;

/**
 * Learns a model per thesis and measures it the way it will be used: it learns from the past and is asked about what came
 * next. Items someone tagged with other theses only count as not belonging here, so precision is rather too low than too
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

type Foretold = { language: string; truth: boolean; score: number; keywords: boolean };

function trainTopic(corpus: Corpus, topic: Topic): TopicModel {
  const said = corpus.examples.map(({ verdicts }) => verdicts.get(topic.id));
  const positives = said.filter((verdict) => verdict === "yes").length;
  const negatives = said.filter((verdict) => verdict === "no").length;
  const rehearsed = positives < minPositives ? [] : backtest(corpus, topic);
  const predicted = rehearsed.flat();
  const decision = decide(predicted);
  const measured = measure(rehearsed);
  const anyOn = measured.some(({ state }) => state !== "few");
  if (!anyOn) return { topic, ...untrained, positives, negatives, measured };
  return { topic, linear: trainModel(corpus, topic), ...decision, positives, negatives, measured };
}

/** What the keywords alone say. */
export const untrained = { linear: coldModel, calibration: uncalibrated, threshold: minPrecision };

/** The folds after the first, each predicted by a model of all that came before. */
function backtest(corpus: Corpus, topic: Topic): Foretold[][] {
  const hits = keywordHits(corpus, topic.keywords);
  const starts = startsOfStretches(corpus, topic);
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

/** Where each stretch begins: all hold as many items of the thesis, for a thesis is seldom as old as the news. */
function startsOfStretches(corpus: Corpus, topic: Topic): number[] {
  const belonging = corpus.examples.flatMap(({ verdicts }, at) =>
    verdicts.get(topic.id) === "yes" ? [at] : [],
  );
  return Array.from({ length: folds }, (_, stretch) =>
    stretch === 0 ? 0 : (belonging[Math.round((stretch * belonging.length) / folds)] ?? 0),
  );
}

/** From what was predicted: how scores become probabilities, and from which on the model is as right as the keywords are. */
function decide(predicted: readonly Foretold[]): Pick<TopicModel, "calibration" | "threshold"> {
  const scores = predicted.map(({ score }) => score);
  const truths = predicted.map(({ truth }) => truth);
  const calibration = calibrate(scores, truths);
  const wanted = Math.max(minPrecision, precisionOfKeywords(predicted));
  return { calibration, threshold: probabilityOf(thresholdFor(wanted, scores, truths), calibration) };
}

function precisionOfKeywords(predicted: readonly Foretold[]): number {
  const hits = predicted.filter(({ keywords }) => keywords);
  return hits.length === 0 ? 0 : hits.filter(({ truth }) => truth).length / hits.length;
}

/** Each stretch after the second is judged with what the ones before it decided: nothing measured had a say in it. */
function measure(rehearsed: readonly Foretold[][]): Measured[] {
  const outcomes = new Map<string, Outcome[]>();
  rehearsed.forEach((stretch, at) => {
    if (at === 0) return;
    const { calibration, threshold } = decide(rehearsed.slice(0, at).flat());
    for (const { language, truth, score, keywords } of stretch) {
      const ofLanguage = outcomes.get(language) ?? [];
      outcomes.set(language, ofLanguage);
      ofLanguage.push({ truth, keywords, model: probabilityOf(score, calibration) >= threshold });
    }
  });
  return [...outcomes.keys()].sort().map((language) => measuredOf(language, outcomes.get(language) ?? []));
}

function measuredOf(language: string, outcomes: readonly Outcome[]): Measured {
  const items = outcomes.length;
  const positives = outcomes.filter(({ truth }) => truth).length;
  const model = found(outcomes, "model");
  const gain = gainInF1(outcomes);
  // Keywords that find almost nothing are beaten by guessing: the model must also be right more often than a guess is.
  const isBetter = gain.interval.low > 0 && model.precision.interval.low > positives / items;
  const state = positives < minPositives ? "few" : isBetter ? "on" : "off";
  return { language, state, items, positives, model, keywords: found(outcomes, "keywords"), gain };
}
