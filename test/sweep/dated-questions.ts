import type { AnyOperation } from "@/server/operation/types";
import { facetFields, type RecordOf, sortableFields } from "@/server/record/record";
import type { Fixture } from "./fixture";
import { samples } from "./samples";

const range = { from: "2024-02-01", to: "2024-03-04" };

/** Beside its sample, what would show most of what changes: every way of counting, filtering, sorting and searching. */
const sharper: Record<string, (of: Fixture) => object[]> = {
  "trend.signals": ({ thesis, suggestedThesis }) =>
    ["items", "stories", "sources"].flatMap((counting) =>
      ["day", "week", "month"].flatMap((bucket) => [
        { ...range, counting, bucket, measure: "share" },
        { ...range, counting, bucket, thesis: [thesis, suggestedThesis] },
      ]),
    ),
  "trend.recent": () => [{}],
  "thesis.list": () => [{ status: "active" }, { status: "retired" }, { facet: "focus" }],
  "thesis.counts": () => [{}],
  "news.list": ({ thesis, suggestedThesis, company, feed, workspace }) => [
    {},
    { limit: 1 },
    { fold: true },
    { untagged: true },
    { doubtful: true },
    { q: "only-here" },
    { q: "again", thesis },
    { stance: "for" },
    { stance: "against", thesis },
    { thesis: [thesis, suggestedThesis], limit: 2 },
    { company },
    { feed },
    { kind: "paper" },
    { language: "en", seenFrom: "2024-01-01" },
    { ...range, q: workspace.slug },
    { where: "published:last-30-days or seen:last-7-days" },
  ],
  "company.list": ({ workspace, thesis }) => [
    {},
    { limit: 1 },
    { q: workspace.slug },
    { country: "CN" },
    { q: "Renamed" },
    { filter: { field: "deals", op: "any", value: { field: "stage", op: "in", value: ["first-call"] } } },
    { filter: { field: "news", op: "any", value: { field: "thesis", op: "in", value: [thesis] } } },
  ],
  "deal.list": ({ thesis, company, workspace }) => [
    {},
    { limit: 1, sort: "opened" },
    { stage: "first-call" },
    { q: workspace.slug },
    { owner: workspace.userOf("partner").id },
    { company, thesis },
  ],
  "story.list": () => [{}, { limit: 1 }],
};

export type Question = { operation: AnyOperation; input: object; sharper: boolean };

/** Of every list: all counts by facet, and each order, both ways. */
function listQuestions(operation: AnyOperation & { record?: RecordOf }): object[] {
  if (!operation.record) return [];
  const orders = sortableFields(operation.record).flatMap((name) => [name, `-${name}`]);
  return [{ facets: facetFields(operation.record) }, ...orders.map((sort) => ({ sort, limit: 2 }))];
}

/** What each operation that can be asked of the past is asked: its sample and what is sharper. */
export function questionsOf(operations: readonly AnyOperation[], of: Fixture): Question[] {
  return operations.flatMap((operation) => [
    // A sample is the input of an operation, and those with asOf take an object.
    { operation, input: samples[operation.name]?.(of) as object, sharper: false },
    ...[...listQuestions(operation), ...(sharper[operation.name]?.(of) ?? [])].map((input) => ({
      operation,
      input,
      sharper: true,
    })),
  ]);
}
