import { z } from "zod";
import type { Context } from "@/server/context";
import { AppError, invalid } from "@/server/errors";
import { grants } from "@/server/permissions";
import { asOfInstant, type WithAsOf, withAsOf } from "./as-of";
import { inTransaction } from "./transaction";
import type { AnyOperation, CallOptions, CommandContext, Definition, Operation, QueryContext } from "./types";

export type { Changes, CommandContext, Json, QueryContext } from "./types";

/**
 * Something that is read. Its transaction is read-only. With `asOf: true` it also accepts the input `asOf` and then answers
 * from what was recorded by that day or instant: `ctx.now` is its end, and every table that `run` names in SQL is read as
 * it was then (docs/adr/0019-as-of.md).
 */
export function query<I extends z.ZodObject, O extends z.ZodType>(
  definition: Definition<I, O, QueryContext> & { asOf: true },
): Operation<WithAsOf<I>, O>;
export function query<I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O, QueryContext>,
): Operation<I, O>;
export function query(
  definition: Definition<z.ZodType, z.ZodType, QueryContext> & { asOf?: true },
): AnyOperation {
  const answer = (context: Context, input: unknown, asOf: Date | null) =>
    inTransaction(context, "query", definition.name, { asOf }, (ctx) => definition.run(ctx, input));
  if (!definition.asOf)
    return operation("query", definition, (context, input) => answer(context, input, null));
  if (!(definition.input instanceof z.ZodObject))
    throw new Error(`${definition.name}: an operation with asOf takes an object`);
  return operation("query", { ...definition, input: withAsOf(definition.input) }, (context, input) => {
    const { asOf, ...own } = input;
    return answer(context, own, typeof asOf === "string" ? asOfInstant(asOf, context) : null);
  });
}

/** Something that changes: audit rows and events are written in its own transaction. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O, CommandContext>,
): Operation<I, O> {
  return operation("command", definition, (context, input, options) => {
    if (definition.secretAnswer && options.idempotencyKey !== undefined) {
      throw invalid({
        "Idempotency-Key": "is not taken here: the answer holds a secret, which is not stored",
      });
    }
    return inTransaction(context, "command", definition.name, { ...options, input }, (ctx) =>
      definition.run(ctx, input),
    );
  });
}

/** What queries, commands and procedures share: the role is checked, then the input parsed, then `perform` runs. */
export function operation<I extends z.ZodType, O extends z.ZodType, C>(
  kind: "query" | "command",
  definition: Definition<I, O, C>,
  perform: (context: Context, input: z.output<I>, options: CallOptions) => Promise<z.output<O>>,
): Operation<I, O> {
  const { name: operationName, run: _, ...described } = definition;
  const mustBeAllowed = (context: Context) => {
    if (!grants(context.role, definition.allow)) throw forbidden(context.role, definition.allow);
  };
  const answer = async (context: Context, raw: unknown, options: CallOptions) => {
    mustBeAllowed(context);
    return perform(context, parseInput(definition.input, raw), options);
  };
  const direct = (context: Context, input: z.input<I>) => answer(context, input, {});
  const call = async (context: Context, raw: unknown, options: CallOptions = {}) => {
    mustBeAllowed(context);
    refuseBadText(raw);
    return answer(context, raw, options);
  };
  // A function's own `name` is read-only and cannot be assigned, only redefined.
  Object.defineProperty(direct, "name", { value: operationName });
  // The name is in place by the line above; assign cannot express it.
  return Object.assign(direct, { ...described, kind, mustBeAllowed, call }) as Operation<I, O>;
}

function forbidden(role: string, permission: string): AppError {
  return new AppError("FORBIDDEN", `The role ${role} may not do this (it needs ${permission}).`, {
    key: "forbidden",
    values: { role, permission },
  });
}

/** Text that PostgreSQL cannot hold (U+0000) or that is no text (half of a character): INVALID, naming the field. */
function refuseBadText(raw: unknown, path = "", depth = 0): void {
  if (typeof raw === "string") {
    if (raw.includes("\u0000") || !raw.isWellFormed())
      throw invalid({ [path || "input"]: "holds a character that is no text (U+0000, or half of one)" });
  } else if (typeof raw === "object" && raw !== null && depth < 64) {
    if (ArrayBuffer.isView(raw)) return;
    for (const [name, value] of Object.entries(raw)) {
      refuseBadText(name, path || name, depth);
      refuseBadText(value, path ? `${path}.${name}` : name, depth + 1);
    }
  }
}

/** Parses or throws INVALID naming every field: `amount.value` → what is wrong with it. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw, { error: sentence });
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : issue.path.join(".") || "input";
    fields[path] ??= issue.message;
  }
  throw invalid(fields);
}

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** For schemas that have no sentence of their own for what is not there, or is of another kind. */
function sentence(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return "is missing";
  const kind = issue.code === "invalid_type" ? kinds[issue.expected] : undefined;
  return kind && `must be ${kind}`;
}
