import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Example, Topic, Verdict } from "@/features/suggestions/domain/corpus";
import {
  advisorModel,
  advisorOf,
  type Classifier,
  suggestionsOf,
} from "@/features/suggestions/domain/suggest";
import { type Training, train, untrained } from "@/features/suggestions/domain/training";

// Learns from the titles of a folder's papers before a month and is asked about those from it on. Prints JSON:
//   node scripts/run.mjs suggestion-figures <folder> [--file dev.jsonl] [--from 2024-07]
// A line is { title, date, themes, is_negative, keyword_hits }. Nothing but titles, themes and the keywords below is
// learned from. Lists of papers are not exhaustive: a paper of another list counts neither for nor against a theme.

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

/** What a user gets: the keywords alone, as before anything was learned, and with what was learned. */
function quality({ vocabulary, models }: Training) {
  const untrainedModels = topics.map((topic) => advisorModel({ topic, ...untrained, measured: [] }));
  const keywords = answersOf(advisorOf([], untrainedModels));
  const learned = answersOf(advisorOf(vocabulary, models.map(advisorModel)));
  const themes = models.map(({ topic: { id }, threshold, measured }) => ({
    theme: id,
    positives: next.filter(({ themes: of }) => of.includes(id)).length,
    onThePast: measured[0]?.state ?? "few",
    threshold,
    keywords: shares(id, keywords),
    learned: shares(id, learned),
  }));
  const macro = (of: (theme: (typeof themes)[number]) => number) =>
    themes.reduce((sum, theme) => sum + of(theme), 0) / themes.length;
  return {
    themes,
    macroRecall: {
      keywords: macro((one) => one.keywords.recall),
      learned: macro((one) => one.learned.recall),
    },
    negativesLeftAlone: { keywords: leftAlone(keywords), learned: leftAlone(learned) },
  };
}

/** Per later paper the themes that are suggested. */
function answersOf(advisor: Classifier): ReadonlySet<string>[] {
  return next.map(
    ({ title }) =>
      new Set(suggestionsOf(advisor, { text: title, language: "en" }).map(({ topicId }) => topicId)),
  );
}

/** Precision among the papers of the theme and the negatives, and recall. */
function shares(theme: string, answers: readonly ReadonlySet<string>[]) {
  const said = next.filter((_, at) => answers[at]?.has(theme));
  const right = said.filter(({ themes }) => themes.includes(theme)).length;
  const wrong = said.filter((paper) => paper.is_negative).length;
  const belonging = next.filter(({ themes }) => themes.includes(theme)).length;
  return { right, precision: right / Math.max(1, right + wrong), recall: right / belonging };
}

/** Of the negatives without any keyword, the share that gets no theme at all. */
function leftAlone(answers: readonly ReadonlySet<string>[]) {
  const clean = [...next.keys()].filter((at) => next[at]?.is_negative && next[at]?.keyword_hits.length === 0);
  return { items: clean.length, share: clean.filter((at) => answers[at]?.size === 0).length / clean.length };
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
