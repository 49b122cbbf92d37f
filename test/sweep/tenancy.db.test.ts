import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "@/features/registry";
import { AppError } from "@/server/errors";
import { type Fixture, makeFixture, marksOf } from "./fixture";
import { samples } from "./samples";

let theirs: Fixture;
let ours: Fixture;
beforeAll(async () => {
  theirs = await makeFixture();
  ours = await makeFixture();
});

it("has a sample for every operation, and for nothing else", () => {
  expect(Object.keys(samples).sort()).toEqual(operations.map((operation) => operation.name).sort());
});

/**
 * Called by the owner of one workspace with the ids of another: what names something there is NOT_FOUND; a list answers
 * without a trace of it.
 */
describe.each(operations.map((operation) => [operation.name, operation] as const))(
  "%s",
  (name, operation) => {
    it("sees nothing of another workspace", async () => {
      const input = samples[name]?.(theirs);
      const marks = marksOf(theirs);
      const named = marks.some((mark) => JSON.stringify(input).includes(mark));
      const answer = await operation.call(ours.workspace.as("owner"), input).catch((error: unknown) => error);
      if (answer instanceof AppError) {
        // A filter says of what is not here that it is not there, whether or not it is anywhere.
        const unknown = Object.values(answer.details.fields ?? {}).join();
        if (named && !/^names a value that is not there/.test(unknown)) expect(answer.code).toBe("NOT_FOUND");
        // It may repeat what it was asked for, and nothing beyond.
        for (const mark of marks.filter((one) => !JSON.stringify(input).includes(one)))
          expect(answer.message).not.toContain(mark);
        return;
      }
      expect(answer).not.toBeInstanceOf(Error);
      expect(named).toBe(false);
      for (const mark of marks) expect(JSON.stringify(answer)).not.toContain(mark);
    });
  },
);

it("left the other workspace as it was", async () => {
  const owner = theirs.workspace.as("owner");
  const read = (name: string) =>
    operations.find((operation) => operation.name === name)?.call(owner, samples[name]?.(theirs));
  expect(await read("news.get")).toMatchObject({
    version: 1,
    tags: [{ thesis: theirs.thesisSlug, stance: "for" }],
  });
  expect(await read("company.get")).toMatchObject({ version: 1, tags: [{ stance: "for" }] });
  expect(await read("deal.get")).toMatchObject({ stage: "first-call", tags: [{ stance: "for" }] });
  expect(await read("thesis.get")).toMatchObject({ version: 1 });
  expect(await read("feed.get")).toMatchObject({ title: expect.stringContaining("only-here") });
});
