import { expect, it } from "vitest";
import { readRule } from "./rule-text";

it.each([
  ["", "empty"],
  [" \n", "empty"],
  ["NOT game", "onlyNot"],
  ["MoE OR NOT game", "onlyNot"],
  ["-(MoE game)", "onlyNot"],
  ["company:none", "onlyNot"],
  ["(-a -b) OR c", "onlyNot"],
])("a rule that says %j asks for nothing: %s", (text, problem) => {
  expect(() => readRule(text)).toThrow(expect.objectContaining({ problem, at: 0 }));
});

it.each(["MoE -game", "MoE OR -game a", "company:any", "(-a b) OR c", "language:zh -a"])(
  "a rule may say %s",
  (text) => {
    expect(() => readRule(text)).not.toThrow();
  },
);

it("a rule may hold as many words as fit in it", () => {
  expect(readRule("a ".repeat(2000)).filter).toMatchObject({ and: { length: 2000 } });
});
