import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Piece, wordingDiff } from "./wording-diff";

/** "kept [-out-] [+in+]" */
const written = (pieces: Piece[]) =>
  pieces
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `[+${text}+]`))
    .join("");
const diff = (before: string, after: string, locale = "en") => written(wordingDiff(before, after, locale));

describe("a reworded text", () => {
  it("shows words, what went before what came", () => {
    expect(diff("MoE will reopen the race.", "MoE may reopen the race.")).toBe(
      "MoE [-will -][+may +]reopen the race.",
    );
    expect(diff("It lowers the cost of training.", "It lowers the cost of serving a model.")).toBe(
      "It lowers the cost of [-training-][+serving a model+].",
    );
  });

  it("shows Chinese words", () => {
    expect(diff("模型将重新打开竞赛。", "模型可能重新打开竞赛。", "zh-CN")).toBe(
      "模型[-将-][+可能+]重新打开竞赛。",
    );
  });

  it("that says the same is one kept piece", () => {
    expect(wordingDiff("As it was.", "As it was.", "en")).toEqual([{ kind: "same", text: "As it was." }]);
    expect(wordingDiff("", "", "en")).toEqual([]);
    expect(diff("", "New")).toBe("[+New+]");
    expect(diff("Old", "")).toBe("[-Old-]");
  });

  it("of great length is replaced as a whole rather than compared for ever", () => {
    const essay = (word: string) => Array.from({ length: 1500 }, (_, n) => `${word}${n}`).join(" ");
    expect(wordingDiff(`Start ${essay("a")}`, `Start ${essay("b")}`, "en").map(({ kind }) => kind)).toEqual([
      "same",
      "removed",
      "added",
    ]);
  });
});

it("reads as the one text without what went, as the other without what came", () => {
  const words = fc
    .array(fc.constantFrom("a", "b", "the", "model", "模型", "竞赛", ",", "."), { maxLength: 30 })
    .map((list) => list.join(" "));
  const squeezed = (text: string) => text.replace(/\s+/g, "");
  const read = (pieces: Piece[], without: Piece["kind"]) =>
    pieces
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join("");
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = wordingDiff(before, after, "zh-CN");
      expect(read(pieces, "removed")).toBe(after);
      expect(squeezed(read(pieces, "added"))).toBe(squeezed(before));
      for (const [at, { kind }] of pieces.entries()) expect(kind).not.toBe(pieces[at + 1]?.kind);
    }),
  );
});
