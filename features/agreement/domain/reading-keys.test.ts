import { expect, it } from "vitest";
import { type Draft, pressReadingKey } from "./reading-keys";

const theses = ["moe", "agents"];
/** The tags after these keys, each a word like "moe for 2". */
function after(keys: string): string[] {
  let draft: Draft = { tags: [], current: null };
  for (const key of keys) draft = pressReadingKey(key, draft, theses) ?? draft;
  return draft.tags.map(({ thesisId, stance, strength }) => `${thesisId} ${stance} ${strength}`);
}

it("chooses theses by their place and takes them off", () => {
  expect(after("1")).toEqual(["moe neutral 1"]);
  expect(after("12")).toEqual(["moe neutral 1", "agents neutral 1"]);
  expect(after("11")).toEqual([]);
  // The first is chosen again, then taken off.
  expect(after("121")).toEqual(["moe neutral 1", "agents neutral 1"]);
  expect(after("1211")).toEqual(["agents neutral 1"]);
});

it("says a stance and a strength of the thesis chosen last", () => {
  expect(after("1+2-")).toEqual(["moe for 1", "agents against 1"]);
  expect(after("1+0ss")).toEqual(["moe neutral 3"]);
  expect(after("1sss")).toEqual(["moe neutral 1"]);
  expect(after("121=")).toEqual(["moe for 1", "agents neutral 1"]);
});

it("means nothing without a thesis, or beyond the list", () => {
  for (const key of ["+", "-", "0", "s", "3", "x"])
    expect(pressReadingKey(key, { tags: [], current: null }, theses)).toBeNull();
  expect(after("11+")).toEqual([]);
});
