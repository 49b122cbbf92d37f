import { readAddress } from "@/lib/filter/address";
import { type FilterProblem, problemSentence } from "@/lib/filter/check";
import { joined } from "@/lib/filter/normal";
import { parseWithRefs } from "@/lib/filter/parse";
import { FilterError, type Problem, sentenceOf } from "@/lib/filter/problems";
import { FilterInput } from "@/lib/filter/schema";
import type { Filter } from "@/lib/filter/tree";
import { AppError } from "@/server/errors";
import type { QueryContext } from "@/server/operation";
import { catalogueOf } from "./catalogue";
import { type Compile, compiler } from "./compile-sql";
import { type Prepared, prepare } from "./prepare";
import type { RecordOf } from "./record";

/** What a parameter asks that cannot be asked. `near`: the piece it is about; `at`: where in the text of `where`. */
export type Refusal = { param: string; near: string; sentence: string; at: number | null };

/** INVALID, with what was asked in vain. */
export class FilterRefused extends AppError {
  constructor(readonly refusals: readonly Refusal[]) {
    const [first] = refusals;
    const at = refusals.find((one) => one.at !== null)?.at ?? undefined;
    super("INVALID", first ? `${first.param}: ${first.sentence}` : "The filter is not valid.", {
      fields: Object.fromEntries([...refusals].reverse().map(({ param, sentence }) => [param, sentence])),
      ...(at === undefined ? {} : { at }),
    });
  }
}

export type AskedFilter = { filter: Filter; compile: Compile };

type Part = { param: string; filter: Filter };

/** The filter that a list's parameters ask, all together. Throws FilterRefused, which names every parameter that asks in vain. */
export async function askedFilter(
  ctx: QueryContext,
  of: RecordOf,
  input: Readonly<Record<string, unknown>>,
): Promise<AskedFilter> {
  const { parts, refusals } = readParts(of, input);
  const ready: Prepared[] = [];
  for (const { param, filter } of parts) {
    const { prepared, problems } = await prepare(ctx, of, filter);
    // Signs without a letter or digit occur nowhere; somebody may be about to type on.
    if (of.fields[param]?.kind === "words" && problems.every(({ problem }) => problem === "emptyPhrase"))
      ready.push(problems.length > 0 ? { ...prepared, filter: { or: [] } } : prepared);
    else {
      ready.push(prepared);
      refusals.push(...problems.map((problem) => refusalOf(of, input, param, problem)));
    }
  }
  if (refusals.length > 0) throw new FilterRefused(refusals);
  const compile = compiler(ctx, of, (field, words) =>
    ready.map(({ find }) => find(field, words)).find((found) => found !== undefined),
  );
  return {
    filter: joined(
      "and",
      ready.map(({ filter }) => filter),
    ),
    compile,
  };
}

/** The same, before anything is looked up: what stands in the parameters. */
export function readParts(
  of: RecordOf,
  input: Readonly<Record<string, unknown>>,
): { parts: Part[]; refusals: Refusal[] } {
  const parts: Part[] = [];
  const refusals = reversedRanges(of, input);
  for (const [param, value] of Object.entries(input)) {
    if (value === undefined || value === "") continue;
    if (param === "filter") {
      const read = FilterInput.safeParse(value);
      const [issue] = read.error?.issues ?? [];
      if (read.success) parts.push({ param, filter: read.data });
      else
        refusals.push({
          param,
          near: "",
          sentence: sentenceAt(issue?.message ?? "", issue?.path ?? []),
          at: null,
        });
    } else {
      const { filter, problems } = readAddress([[param, textOf(value)]], catalogueOf(of), of.aliases);
      for (const { problem, near, values, at } of problems)
        refusals.push({ param, near, sentence: typedSentence(problem, near, values, at), at });
      if (problems.length === 0 && !isNothing(filter)) parts.push({ param, filter });
    }
  }
  return { parts, refusals };
}

function isNothing(filter: Filter): boolean {
  return "and" in filter && filter.and.length === 0;
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(",") : String(value);
}

function typedSentence(problem: Problem, near: string, values: readonly string[], at: number | null): string {
  const sentence = sentenceOf(problem, near, values);
  return at === null ? sentence : `${sentence}, at character ${at + 1}`;
}

function sentenceAt(sentence: string, path: readonly PropertyKey[]): string {
  return path.length === 0 ? sentence : `${sentence}, at ${path.map(String).join(".")}`;
}

/** Parameters that name the first day of a time and the day after its last must not be the wrong way round. */
function reversedRanges(of: RecordOf, input: Readonly<Record<string, unknown>>): Refusal[] {
  return (of.aliases ?? []).flatMap(({ param, field, op }) => {
    const first = of.aliases?.find((one) => one.field === field && one.op === "gte");
    const [from, to] = [first && input[first.param], input[param]];
    if (op !== "lt" || typeof from !== "string" || typeof to !== "string" || !from || !to || from < to)
      return [];
    return [{ param, near: to, sentence: `must be after ${first?.param} (${from})`, at: null }];
  });
}

function refusalOf(
  of: RecordOf,
  input: Readonly<Record<string, unknown>>,
  param: string,
  problem: FilterProblem,
): Refusal {
  const { near } = problem;
  if (param === "filter") return { param, near, sentence: problemSentence(problem), at: null };
  const at = param === "where" ? placeOf(of, String(input.where), near) : null;
  return { param, near, sentence: typedSentence(problem.problem, near, problem.values, at), at };
}

/** Where a text names what is not there. */
function placeOf(of: RecordOf, text: string, near: string): number | null {
  try {
    const { refs } = parseWithRefs(text, catalogueOf(of));
    return refs.find(({ value }) => value === near)?.at ?? null;
  } catch (error) {
    if (error instanceof FilterError) return null;
    throw error;
  }
}
