import type { z } from "zod";
import type { Context } from "@/server/context";
import { AppError } from "@/server/errors";
import type { CommandContext, Json } from "@/server/operation";
import type { Permission } from "@/server/permissions";

export const runStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type RunState = (typeof runStates)[number];
export type EndState = Exclude<RunState, "queued" | "running">;

/** A run as its next step finds it; `done` and `total` count what its kind works through. */
export type Run<I = unknown, C = unknown, R = unknown> = {
  id: string;
  subjectId: string | null;
  label: string;
  /** Empty where a job did. */
  startedBy: string;
  input: I;
  /** Null before the first step. */
  cursor: C | null;
  result: R;
  done: number;
  total: number | null;
};

/** What a step leaves: how many more are done, where the next begins, whether there is one. */
export type Progress<C, R> = { done: number; cursor: C | null; result: R; total?: number; goesOn: boolean };

export type Step<I, C, R> = (ctx: CommandContext, run: Run<I, C, R>) => Promise<Progress<C, R>>;

type Definition<I extends z.ZodType, C extends z.ZodType, R extends z.ZodType> = {
  /** `<noun>.<verb>`; the audit's operation, too. */
  kind: string;
  /** Who the audit says did it. */
  as: string;
  /** What starting, cancelling and undoing one needs. */
  allow: Permission;
  /** The kind that takes one back; its subject is the run. */
  undo?: string;
  input: I;
  cursor: C;
  /** Parses {} to what a run begins with. */
  result: R;
  /** The transaction in which a run ends, however it ends. */
  end?(ctx: CommandContext, run: Run<z.output<I>, z.output<C>, z.output<R>>, state: EndState): Promise<void>;
} & (
  | { step: Step<z.output<I>, z.output<C>, z.output<R>> }
  /** Work that must hold no transaction open, before the step that keeps what came of it. */
  | { prepare(context: Context): Promise<Step<z.output<I>, z.output<C>, z.output<R>>> }
);

/** A kind of run as the worker sees it: what its runs hold is parsed here and nowhere else. */
export type RunKind<I = never> = {
  readonly type: "run";
  readonly kind: string;
  readonly as: string;
  readonly allow: Permission;
  readonly undo: string | null;
  readonly begin: { input(input: I): Json; result: Json };
  prepare(context: Context): Promise<(ctx: CommandContext, run: Run) => Promise<Progress<unknown, unknown>>>;
  end(ctx: CommandContext, run: Run, state: EndState): Promise<void>;
};

/** A step found that its run can never be done; the sentence is kept with the run. Anything else is tried again. */
export class RunFailure extends AppError {
  constructor(message: string, key?: string) {
    super("CONFLICT", message, key === undefined ? {} : { key });
  }
}

/** Long work in steps, declared by its feature in jobs.ts. */
export function run<I extends z.ZodType, C extends z.ZodType, R extends z.ZodType>(
  definition: Definition<I, C, R>,
): RunKind<z.input<I>> {
  const { kind, as, allow, undo = null } = definition;
  const parsed = ({ input, cursor, result, ...rest }: Run) => ({
    ...rest,
    input: definition.input.parse(input),
    cursor: cursor === null ? null : definition.cursor.parse(cursor),
    result: definition.result.parse(result),
  });
  return {
    type: "run",
    kind,
    as,
    allow,
    undo,
    begin: {
      input: (input) => asJson(definition.input.parse(input)),
      result: asJson(definition.result.parse({})),
    },
    prepare: async (context) => {
      const step = "step" in definition ? definition.step : await definition.prepare(context);
      return (ctx, stored) => step(ctx, parsed(stored));
    },
    end: async (ctx, stored, state) => definition.end?.(ctx, parsed(stored), state),
  };
}

/** What a column of JSON holds of it: only this may be read again. */
export function asJson(value: unknown): Json {
  // JSON.parse gives nothing but JSON.
  return JSON.parse(JSON.stringify(value)) as Json;
}
