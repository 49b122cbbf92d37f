import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Example, readCorpus, type Topic, type Verdict } from "@/features/suggestions/domain/corpus";
import { trainModel } from "@/features/suggestions/domain/linear-model";
import { thresholdFor } from "@/features/suggestions/domain/measures";
import {
  advisorModel,
  advisorOf,
  type Classifier,
  suggestionsOf,
} from "@/features/suggestions/domain/suggest";
import { type Training, train } from "@/features/suggestions/domain/training";

// Learns from the titles of a folder's papers before a month and is asked about those from it on. Prints JSON:
//   node scripts/run.mjs suggestion-figures <folder> [--file dev.jsonl] [--from 2024-07]
// A line is { title, date, themes, is_negative, keyword_hits }. Nothing but titles, themes and the keywords below is
// learned from; keyword_hits is the baseline. Lists of papers are not exhaustive: a paper of another list counts neither
// for nor against a theme.

type Paper = { title: string; date: string; themes: string[]; is_negative: boolean; keyword_hits: string[] };

/** What a person would write down as each theme's keywords. */
const topics: Topic[] = [
  { id: "agents", keywords: ["agent", "multi-agent", "tool use"] },
  {
    id: "visual_generation",
    keywords: [
      "text-to-image",
      "text-to-video",
      "image generation",
      "video generation",
      "video editing",
      "diffusion",
    ],
  },
  { id: "multimodal", keywords: ["multimodal", "multi-modal", "vision-language"] },
  { id: "moe", keywords: ["mixture of experts", "moe"] },
  { id: "personalized", keywords: ["personalized", "personalised", "personalization", "user preference"] },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { file: { type: "string", default: "dev.jsonl" }, from: { type: "string", default: "2024-07" } },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write("Name the folder of the papers.\n");
  process.exit(2);
}
const papers = readFileSync(path.join(folder, values.file), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line): Paper => JSON.parse(line))
  .filter(({ date }) => date !== null);
const past = papers.filter(({ date }) => date < values.from);
const next = papers.filter(({ date }) => date >= values.from);
const training = train(topics, past.map(exampleOf));
const report = { trainedOn: past.length, testedOn: next.length, ...quality(training), ...speed() };
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

function exampleOf({ title, date, themes, is_negative }: Paper): Example {
  const verdicts = new Map<string, Verdict>();
  for (const { id } of topics) {
    if (themes.includes(id)) verdicts.set(id, "yes");
    else if (is_negative) verdicts.set(id, "no");
  }
  return { text: title, language: "en", at: Date.parse(date), verdicts };
}

/** Answers for every item and thesis, however unsure and whatever the measurement on the past said. */
function outspoken({ vocabulary, models }: Training): Classifier {
  const corpus = readCorpus(past.map(exampleOf));
  return advisorOf(
    vocabulary,
    models.map((model) =>
      advisorModel({
        ...model,
        linear: trainModel(corpus, model.topic),
        threshold: 0,
        measured: model.measured.map((measured) => ({ ...measured, state: "on" as const })),
      }),
    ),
  );
}

function quality(trained: Training) {
  const advisor = outspoken(trained);
  const answers = next.map(({ title }) => suggestionsOf(advisor, { text: title, language: "en" }));
  const probabilities = (id: string) =>
    answers.map((ofItem) => ofItem.find(({ topicId }) => topicId === id)?.probability ?? 0);
  const themes = trained.models.map(({ topic: { id }, threshold, measured }) => {
    const all = probabilities(id);
    const counted = [...next.keys()].filter((at) => belongs(id, at) || next[at]?.is_negative);
    const keywords = shares(id, (at) => next[at]?.keyword_hits.includes(id) === true);
    const asPrecise = thresholdFor(
      keywords.precision,
      counted.map((at) => all[at] ?? 0),
      counted.map((at) => belongs(id, at)),
    );
    const says = (from: number) => (at: number) => (all[at] ?? 0) >= from;
    return {
      theme: id,
      positives: next.filter((_, at) => belongs(id, at)).length,
      onThePast: measured[0]?.state ?? "few",
      keywords,
      asPreciseAsKeywords: { threshold: asPrecise, ...shares(id, says(asPrecise)) },
      asChosenOnThePast: { threshold, ...shares(id, says(threshold)) },
      saysAsPrecise: says(asPrecise),
      saysAsChosen: says(threshold),
    };
  });
  const mean = (of: (theme: (typeof themes)[number]) => number) =>
    themes.reduce((sum, theme) => sum + of(theme), 0) / themes.length;
  return {
    themes: themes.map(({ saysAsPrecise: _, saysAsChosen: __, ...theme }) => theme),
    macro: {
      recallOfKeywords: mean(({ keywords }) => keywords.recall),
      recallAsPreciseAsKeywords: mean(({ asPreciseAsKeywords }) => asPreciseAsKeywords.recall),
      recallAsChosenOnThePast: mean(({ asChosenOnThePast }) => asChosenOnThePast.recall),
    },
    cleanNegatives: {
      asPreciseAsKeywords: onCleanNegatives(
        themes.map(({ theme, saysAsPrecise: says }) => ({ theme, says })),
      ),
      asChosenOnThePast: onCleanNegatives(themes.map(({ theme, saysAsChosen: says }) => ({ theme, says }))),
    },
  };
}

function belongs(theme: string, at: number): boolean {
  return next[at]?.themes.includes(theme) === true;
}

/** Precision among the papers of the theme and the negatives, and recall. */
function shares(theme: string, says: (at: number) => boolean) {
  const said = [...next.keys()].filter(says);
  const right = said.filter((at) => belongs(theme, at)).length;
  const wrong = said.filter((at) => next[at]?.is_negative).length;
  return {
    precision: right / Math.max(1, right + wrong),
    recall: right / next.filter((_, at) => belongs(theme, at)).length,
  };
}

/** Of the negatives no keyword hits: how many get no theme at all, and how precise all suggestions are against them. */
function onCleanNegatives(models: readonly { theme: string; says: (at: number) => boolean }[]) {
  const clean = [...next.keys()].filter((at) => next[at]?.is_negative && next[at]?.keyword_hits.length === 0);
  const leftAlone = clean.filter((at) => !models.some(({ says }) => says(at))).length;
  const wrong = models.reduce((sum, { says }) => sum + clean.filter(says).length, 0);
  const right = models.reduce(
    (sum, { theme, says }) => sum + [...next.keys()].filter((at) => belongs(theme, at) && says(at)).length,
    0,
  );
  return { items: clean.length, leftAlone: leftAlone / clean.length, precision: right / (right + wrong) };
}

/** Ten thousand items learned from, measuring in time order included; then asked about one by one. Best of three. */
function speed() {
  const many = Array.from({ length: 10_000 }, (_, n) => papers[n % papers.length]).flatMap((paper, n) =>
    paper ? [{ ...exampleOf(paper), at: n }] : [],
  );
  const trainingMs = best(() => train(topics, many));
  const { vocabulary, models } = train(topics, many);
  const advisor = advisorOf(vocabulary, models.map(advisorModel));
  const askingMs = best(() => {
    for (const { text, language } of many) suggestionsOf(advisor, { text, language });
  });
  return {
    speed: {
      trainingSecondsFor10000: trainingMs / 1000,
      suggestedItemsPerSecond: Math.round((many.length / askingMs) * 1000),
    },
  };
}

function best(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
