import { expect, it } from "vitest";
import { runKinds as declared, jobs } from "./job-registry";
import { runKinds } from "./runs/schema";

it("gives every job a queue of its own", () => {
  const names = jobs.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});

it("has the kinds of runs that the API knows, and for each that can be undone the kind that does", () => {
  const kinds = declared.map(({ kind }) => kind);
  expect(kinds.sort()).toEqual([...runKinds].sort());
  expect(kinds).toEqual(expect.arrayContaining(declared.flatMap(({ undo }) => undo ?? [])));
});
