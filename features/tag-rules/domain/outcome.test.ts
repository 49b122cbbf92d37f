import { expect, it } from "vitest";
import { outcomeOf, type Situation } from "./outcome";

const rule = { id: "r1", stance: "for", strength: 2 };
const other = { id: "r2", stance: "against", strength: 2 };
const own = { origin: "rule", sourceId: "r1", stance: "for", strength: 2 };
const situation = (given: Partial<Situation>): Situation => ({
  winner: rule,
  current: null,
  settled: false,
  ...given,
});

it.each([
  ["nothing stands there", {}, "tag"],
  ["it says so already", { current: own }, "same"],
  ["it said something else before", { current: { ...own, strength: 1 } }, "change"],
  ["a rule that comes later, or is gone, set it", { current: { ...own, sourceId: "r9" } }, "change"],
  ["a person set it", { current: { ...own, origin: "person", sourceId: null }, settled: true }, "kept"],
  ["a person took it off", { settled: true }, "kept"],
  ["a model's suggestion was accepted", { current: { ...own, origin: "model" } }, "kept"],
  ["it came with an import", { current: { ...own, origin: "import" } }, "kept"],
  ["it is met no more", { winner: null, current: own }, "remove"],
  ["it never was", { winner: null, current: { ...own, sourceId: "r9" } }, null],
  ["an earlier rule speaks", { winner: other, current: own }, "kept"],
  ["an earlier rule speaks, and it said nothing", { winner: other }, null],
])("when %s", (_, given, outcome) => {
  expect(outcomeOf(rule, situation(given))).toBe(outcome);
});
