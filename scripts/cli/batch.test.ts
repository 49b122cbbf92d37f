import { expect, it } from "vitest";
import { batch } from "./batch";

async function* linesOf(lines: readonly string[]) {
  yield* lines;
}

async function answersTo(lines: readonly string[]) {
  const printed: unknown[] = [];
  const code = await batch({
    lines: linesOf(lines),
    run: async ([name, ...args]) => {
      if (name === "fail") throw new Error("It failed.");
      return { answer: args.join("+") };
    },
    sentence: (error) => (error instanceof Error ? error.message : ""),
    print: (line) => printed.push(JSON.parse(line)),
  });
  return { code, printed };
}

it("answers each line in order, and goes on after one that failed", async () => {
  expect(await answersTo([`["add","1","2 3"]`, `["fail"]`, `["add"]`])).toEqual({
    code: 1,
    printed: [{ answer: "1+2 3" }, { error: "It failed." }, { answer: "" }],
  });
  expect(await answersTo([`["add"]`])).toMatchObject({ code: 0 });
});

it.each(["", "add 1", `{"add":1}`, `["add",1]`, `["user","create","--password-stdin"]`])(
  "refuses the line %j",
  async (line) => {
    const { code, printed } = await answersTo([line]);
    expect(code).toBe(1);
    expect(printed).toEqual([{ error: expect.stringMatching(/JSON list of words|--password-stdin/) }]);
  },
);
