import { z } from "zod";
import { type Problem, sentenceOf } from "./problems";
import { type Filter, operators, type Pattern, type TextPattern, type Value } from "./tree";

/** Deeper than any filter that is accepted, and not too deep to walk. */
const maxWalk = 100;

const Phrase = z
  .object({ phrase: z.string().max(1000), exact: z.boolean().optional(), open: z.boolean().optional() })
  .strict();
const Regex = z.object({ regex: z.string().min(1).max(1000) }).strict();
const PatternOne = z.union([Phrase, Regex]);
const PatternShape = z
  .object({ pattern: PatternOne, except: z.array(PatternOne).max(100).optional() })
  .strict();
const Plain = z.union([
  z.string().max(1000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(1000)).min(1).max(1000),
  z.array(z.number()).min(1).max(1000),
]);

const again = { type: "object" as const, description: "A filter" };

/** The tree as OpenAPI says it. */
const published = {
  description: "A filter: one test of one field, or several joined by and, or, not",
  type: "object" as const,
  oneOf: [
    { required: ["and"], properties: { and: { type: "array" as const, items: again } } },
    { required: ["or"], properties: { or: { type: "array" as const, items: again } } },
    { required: ["not"], properties: { not: again } },
    {
      required: ["field", "op", "value"],
      properties: {
        field: { type: "string" as const, description: "A name, or a path such as company.country" },
        op: { type: "string" as const, enum: [...operators, "ne"] },
        value: {},
      },
    },
  ],
};

/**
 * The JSON spelling of a filter; in an address it is JSON as text. Says only that it is one: whether a record has such fields is
 * asked of `checkFilter`. `ne` is taken for "not eq".
 */
export const FilterInput = z
  .unknown()
  .transform((raw, context): Filter => {
    const found = readFilter(fromText(raw), [], (problem, path, near) =>
      context.addIssue({ code: "custom", path: [...path], message: sentenceOf(problem, near) }),
    );
    return found ?? z.NEVER;
  })
  .meta(published);

/** A filter of ours, as it was stored: in JSON it is already one. */
export const StoredFilter = z
  .custom<Filter>((raw) => readFilter(raw, [], () => undefined) !== null)
  .meta({ type: "object", description: published.description });

type Path = readonly (string | number)[];
type Report = (problem: Problem, path: Path, near: string) => void;

function fromText(raw: unknown): unknown {
  if (typeof raw !== "string") return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

/** The filter that this is; null when it is none, and why is reported. */
function readFilter(raw: unknown, path: Path, report: Report): Filter | null {
  const fail = (problem: Problem, near = "", at: Path = path): null => {
    report(problem, at, near);
    return null;
  };
  if (path.length > 2 * maxWalk) return fail("tooDeep", "", []);
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return fail("wrongShape");
  const parts: Record<string, unknown> = { ...raw };
  const keys = Object.keys(parts).sort().join();
  if (keys === "and" || keys === "or") {
    const list = parts[keys];
    if (!Array.isArray(list)) return fail("wrongShape", keys);
    const read = list.map((part, at) => readFilter(part, [...path, keys, at], report));
    const good = read.filter((part) => part !== null);
    if (good.length < read.length) return null;
    return keys === "and" ? { and: good } : { or: good };
  }
  if (keys === "not") {
    const part = readFilter(parts.not, [...path, "not"], report);
    return part && { not: part };
  }
  if (keys !== "field,op,value") return fail("wrongShape", keys);
  const { field, op } = parts;
  if (typeof field !== "string") return fail("wrongShape", "", [...path, "field"]);
  const known = operators.find((one) => one === op);
  if (known === undefined && op !== "ne") return fail("unknownOperator", String(op), [...path, "op"]);
  const value = readValue(parts.value, [...path, "value"], report);
  if (value === null) return null;
  return known === undefined ? { not: { field, op: "eq", value } } : { field, op: known, value };
}

function readValue(raw: unknown, path: Path, report: Report): Value | null {
  if (typeof raw !== "object" || Array.isArray(raw) || raw === null) {
    const plain = Plain.safeParse(raw);
    if (plain.success) return plain.data;
    report("wrongValue", path, "");
    return null;
  }
  if (!("pattern" in raw)) return readFilter(raw, path, report);
  const found = PatternShape.safeParse(raw);
  if (found.success) return patternOf(found.data);
  report("wrongValue", [...path, ...pathOf(found.error)], "");
  return null;
}

function patternOf({ pattern, except = [] }: z.infer<typeof PatternShape>): TextPattern {
  return { pattern: oneOf(pattern), except: except.map(oneOf) };
}

function oneOf(pattern: z.infer<typeof PatternOne>): Pattern {
  if ("regex" in pattern) return pattern;
  const { phrase, exact = false, open = false } = pattern;
  return { phrase, exact, open };
}

function pathOf(error: z.ZodError): (string | number)[] {
  return (error.issues[0]?.path ?? []).filter((step) => typeof step !== "symbol");
}
