import { describe, expect, it } from "vitest";
import { choose, emptySelection, extend, forget, move, nearest, selectAll } from "./selection";

const order = ["a", "b", "c", "d", "e"];
const idsOf = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join("");

describe("a selection", () => {
  it("grows row by row, and shrinks", () => {
    const two = choose(choose(emptySelection, "b", true), "d", true);
    expect(idsOf(two)).toBe("bd");
    expect(idsOf(choose(two, "b", false))).toBe("d");
    expect(idsOf(emptySelection)).toBe("");
  });

  it("extends from the row chosen or freed last, in either direction", () => {
    const at = choose(emptySelection, "c", true);
    expect(idsOf(extend(at, order, "e"))).toBe("cde");
    expect(idsOf(extend(at, order, "a"))).toBe("abc");
    expect(idsOf(extend(choose(at, "c", false), order, "d"))).toBe("cd");
    expect(idsOf(extend(extend(at, order, "d"), order, "e"))).toBe("cde");
  });

  it("begins at the row itself where the anchor is on another page", () => {
    const elsewhere = choose(emptySelection, "z", true);
    expect(idsOf(extend(elsewhere, order, "b"))).toBe("bz");
    expect(idsOf(extend(emptySelection, order, "b"))).toBe("b");
  });

  it("takes all there are, and forgets what left the list", () => {
    expect(idsOf(selectAll(order))).toBe("abcde");
    const left = forget(selectAll(order), "e");
    expect([idsOf(left), left.anchor]).toEqual(["abcd", null]);
    expect(forget(left, "z")).toBe(left);
  });
});

it("moves within the list, and in from outside of it", () => {
  expect(["a", "c", "e"].map((at) => move(order, at, 1))).toEqual(["b", "d", "e"]);
  expect(["a", "c", "e"].map((at) => move(order, at, -1))).toEqual(["a", "b", "d"]);
  expect([move(order, null, 1), move(order, "gone", -1), move([], "a", 1)]).toEqual(["a", "e", undefined]);
});

it("finds the nearest row that fits: the next, else the one before", () => {
  const order = ["a", "b", "c", "d"];
  expect(nearest(order, "b", () => true)).toBe("c");
  expect(nearest(order, "b", (id) => id !== "c")).toBe("d");
  expect(nearest(order, "c", (id) => id < "c")).toBe("b");
  expect(nearest(["a"], "a", () => true)).toBeUndefined();
});
