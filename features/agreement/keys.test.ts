import { expect, it } from "vitest";
import { dispatch } from "@/components/keyboard/keymap";
import type { Draft } from "./domain/draft";
import { readingKeys } from "./keys";

/** What these keys leave: the tags, each a word like "moe for 2", and what else was done. */
function after(keys: string): string[] {
  let draft: Draft = { tags: [], current: null };
  const done: string[] = [];
  for (const key of keys) {
    const reading = {
      draft,
      theses: ["moe", "agents"],
      setDraft: (next: Draft) => {
        draft = next;
      },
      save: () => void done.push("saved"),
      back: () => void done.push("back"),
    };
    if (
      !dispatch(
        readingKeys(reading, (id) => id),
        key,
      )
    )
      done.push(`no ${key}`);
  }
  return [
    ...draft.tags.map(({ thesisId, stance, strength }) => `${thesisId} ${stance} ${strength}`),
    ...done,
  ];
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
  expect(after("121+")).toEqual(["moe for 1", "agents neutral 1"]);
});

it("means nothing without a thesis, or beyond the list", () => {
  expect(after("+-0s3x")).toEqual(["no +", "no -", "no 0", "no s", "no 3", "no x"]);
  expect(after("11+")).toEqual(["no +"]);
});

it("saves and goes back, in capitals too", () => {
  expect(after("nPN")).toEqual(["saved", "back", "saved"]);
});
