import { z } from "zod";
import { Stance, Strength } from "@/features/tags/schema";
import { maxText } from "@/lib/filter/problems";
import { StoredFilter } from "@/lib/filter/schema";
import { wholeNumber } from "@/lib/schema/numbers";
import { Id, Instant, Ref, Uuid, Version } from "@/lib/schema/shapes";
import { outcomes } from "./domain/outcome";
import { warnings } from "./domain/warnings";

export const ruleStatuses = ["active", "paused", "retired"] as const;
export const RuleStatus = z.enum(ruleStatuses, { error: "must be active, paused or retired" });

const name = z
  .string()
  .trim()
  .min(1, { error: "must not be empty" })
  .max(120, { error: "must have at most 120 characters" });
const Expression = z.string().max(maxText, { error: `must have at most ${maxText} characters` });

const Warnings = z.array(z.object({ warning: z.enum(warnings), near: z.string() }));

/** A rule put to what is stored. `total` items were there when it began; `put` and `removed` count tags so far. */
export const RuleRun = z.object({
  id: Id,
  ruleId: Id,
  /** The step of tags, to be taken back as one. */
  batchId: Id,
  status: z.enum(["running", "done", "stopped"]),
  undone: z.boolean(),
  total: z.number().int(),
  examined: z.number().int(),
  put: z.number().int(),
  removed: z.number().int(),
  startedBy: z.string(),
  startedAt: Instant,
  updatedAt: Instant,
});
export type RuleRun = z.infer<typeof RuleRun>;

/**
 * `tagged`: how many items carry a tag of this rule now. `thesis` is the slug. `expression` is the text to edit; `filter` is what
 * it asks, `warnings` what of it may not be meant: a joining word that is looked for as a word, parts that nothing meets at once.
 */
export const Rule = z.object({
  id: Id,
  name: z.string(),
  thesis: z.string(),
  thesisId: Id,
  expression: z.string(),
  filter: StoredFilter,
  warnings: Warnings,
  stance: Stance,
  strength: z.number().int(),
  status: RuleStatus,
  version: z.number().int(),
  tagged: z.number().int(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  lastRun: RuleRun.nullable(),
});
export type Rule = z.infer<typeof Rule>;
export const RuleList = z.object({ data: z.array(Rule), nextCursor: z.null() });

export const ListRules = z.object({ thesis: Ref.optional(), status: RuleStatus.optional() }).strict();
export const RuleId = z.object({ id: Uuid }).strict();

const ruleValues = {
  name,
  expression: Expression,
  stance: Stance.default("neutral"),
  strength: Strength.prefault(1),
};
export const CreateRule = z
  .object({ ...ruleValues, thesis: Ref, status: RuleStatus.default("active") })
  .strict();

/** Fields left out stay. A rule stays with its thesis: what it tagged says so. */
export const UpdateRule = z
  .object({
    id: Uuid,
    version: Version.optional(),
    name: name.optional(),
    expression: Expression.optional(),
    stance: Stance.optional(),
    strength: Strength.optional(),
    status: RuleStatus.optional(),
  })
  .strict();

/** `rule`: the rule this is a draft of, if it is saved already. `last`: how many items, newest first. */
export const DryRun = z
  .object({
    rule: Uuid.optional(),
    thesis: Ref,
    expression: Expression,
    stance: Stance.default("neutral"),
    strength: Strength.prefault(1),
    last: wholeNumber(1, 5000).prefault(1000),
  })
  .strict();

const StandingTag = z.object({
  origin: z.string(),
  stance: Stance,
  strength: z.number().int(),
  by: z.string(),
});

/**
 * What a rule would do. `examined` can be fewer than asked for when the condition is slow (`complete` is false then) or there
 * are no more. `data`: the newest 200 items it concerns; `words` are what met the condition, empty for one it would untag.
 */
export const DryRunResult = z.object({
  warnings: Warnings,
  examined: z.number().int(),
  complete: z.boolean(),
  matched: z.number().int(),
  counts: z.object({
    tag: z.number().int(),
    change: z.number().int(),
    remove: z.number().int(),
    same: z.number().int(),
    kept: z.number().int(),
  }),
  data: z.array(
    z.object({
      id: Id,
      title: z.string(),
      publishedAt: Instant,
      outcome: z.enum(outcomes),
      words: z.array(z.string()),
      current: StandingTag.nullable(),
    }),
  ),
});
export type DryRunResult = z.infer<typeof DryRunResult>;

const Word = z.string().trim().min(1).max(100, { error: "must have at most 100 characters" });
const SynonymSet = z
  .array(Word)
  .min(2, { error: "must hold at least two words" })
  .max(50, { error: "must hold at most 50 words" });

/** `sets`: words of one set stand for each other in the thesis' rules. `version` 0: none were written down yet. */
export const Synonyms = z.object({
  thesis: z.string(),
  sets: z.array(z.array(z.string())),
  version: z.number().int(),
});
export type Synonyms = z.infer<typeof Synonyms>;
export const GetSynonyms = z.object({ id: Ref }).strict();
export const PutSynonyms = z
  .object({
    id: Ref,
    sets: z.array(SynonymSet).max(200, { error: "must be at most 200 sets" }),
    version: Version.optional(),
  })
  .strict();

/** What a run or an arrival did to tags. */
export const RuleWork = z.object({ put: z.number().int(), removed: z.number().int() });
export const TagItems = z.object({ ids: z.array(Uuid).max(500) }).strict();
