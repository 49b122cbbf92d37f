import { z } from "zod";
import { Id, Instant, Localized, listOf, Ref, Uuid } from "@/lib/schema/shapes";

/** A thesis a model (or its keywords) suggests for a news item. `thesis` is the slug, `words` what in the text made it say so. */
export const Suggestion = z.object({
  newsId: Id,
  thesis: z.string(),
  thesisId: Id,
  /** 0 to 1: how often suggestions like this one were right. */
  probability: z.number(),
  words: z.array(z.string()),
  /** Null where the thesis' keywords speak alone. */
  modelId: Id.nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** `ids`: news items, 200 at most (a page of any list). */
export const SuggestionsFor = z.object({ ids: listOf(Uuid, 200) }).strict();
export const SuggestionList = z.object({ data: z.array(Suggestion) });

/** `id`: the news item; `thesis`: id or slug. */
export const AnswerSuggestion = z.object({ id: Uuid, thesis: Ref }).strict();
export const Answered = z.object({ newsId: Id, thesis: z.string(), thesisId: Id, accepted: z.boolean() });

const Interval = z.object({ low: z.number(), high: z.number() });
const Proportion = z.object({ share: z.number().nullable(), of: z.number().int(), interval: Interval });
const Found = z.object({ precision: Proportion, recall: Proportion });
const Difference = z.object({ value: z.number(), interval: Interval });

/** How a model did on what came after the items it learned from; intervals hold in 95 of 100 cases. */
export const Measured = z.object({
  language: z.string(),
  /** on: better than a plain search for the keywords. off: not better. few: too few tags to say. */
  state: z.enum(["on", "off", "few"]),
  items: z.number().int(),
  positives: z.number().int(),
  model: Found,
  keywords: Found,
  /** F1 of the model less F1 of the keywords. */
  gain: Difference,
});

export const ModelReport = z.object({
  thesis: z.string(),
  thesisId: Id,
  name: Localized,
  keywords: z.array(z.string()),
  modelId: Id.nullable(),
  threshold: z.number().nullable(),
  positives: z.number().int(),
  negatives: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  measured: z.array(Measured),
});
export type ModelReport = z.infer<typeof ModelReport>;

export const Trained = z.object({
  id: Id,
  number: z.number().int(),
  trainedAt: Instant,
  by: z.string(),
  examples: z.number().int(),
});
export type Trained = z.infer<typeof Trained>;

/** `onlyWhenDue`: when enough was said since the last training. */
export const StartTraining = z.object({ onlyWhenDue: z.boolean().default(false) }).strict();
/** Null: it was not due. */
export const TrainingStarted = z.object({ runId: Id.nullable() });

/** Items that came since `since`, with and without suggestions, and which of them a person tagged. */
export const Uplift = z.object({
  since: Instant,
  with: Proportion,
  without: Proportion,
  difference: Difference.nullable(),
});
export type Uplift = z.infer<typeof Uplift>;

/**
 * `trainings`: newest first, 20 at most. `newJudgements`: tags and answers since the newest; learning begins by itself once
 * they are as many as `due`.
 */
export const ModelReports = z.object({
  data: z.array(ModelReport),
  trainings: z.array(Trained),
  newJudgements: z.number().int(),
  due: z.number().int(),
  uplift: Uplift.nullable(),
});
export type ModelReports = z.infer<typeof ModelReports>;
