import { z } from "zod";
import { Id, Instant, Uuid } from "@/lib/schema/shapes";
import { runStates } from "@/server/jobs/runs/run";

/** What runs there are; the features declare them, and a test holds this list against theirs. */
export const runKinds = [
  "news.import",
  "news.undoImport",
  "rule.apply",
  "rule.undoApply",
  "search.index",
  "story.place",
  "suggestion.train",
] as const;

/**
 * Long work. `label`: the file, the rule it is about, which `subjectId` names. `total` is null where nobody can know. `error`
 * says why it failed or, of one that runs, why its last attempt did. `undo`: whether it can be taken back, or was.
 */
export const Run = z.object({
  id: Id,
  kind: z.enum(runKinds),
  label: z.string(),
  subjectId: Id.nullable(),
  state: z.enum(runStates),
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** What came of it so far; each kind has its own. */
  result: z.record(z.string(), z.unknown()),
  error: z.string().nullable(),
  /** The message under "errors" that says the same on the screens. */
  errorKey: z.string().nullable(),
  cancelRequested: z.boolean(),
  undo: z.enum(["none", "possible", "running", "done"]),
  /** Null where nobody did: it began by itself. */
  startedBy: z.string().nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  updatedAt: Instant,
  finishedAt: Instant.nullable(),
});
export type Run = z.infer<typeof Run>;

export const RunId = z.object({ id: Uuid }).strict();

/** The answer to what is done in the background: the run to follow. */
export const RunStarted = z.object({ run: Run });
export type RunStarted = z.infer<typeof RunStarted>;
