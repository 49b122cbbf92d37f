import { describe, expect, it } from "vitest";
import { Prisma } from "@/server/db/client";
import { changedColumns, changedFields } from "./changes";

describe("the columns of a change", () => {
  const row = {
    name: "A",
    note: null as string | null,
    words: ["a", "b"],
    amount: new Prisma.Decimal("1200000.5") as Prisma.Decimal | null,
    at: new Date("2024-02-16T08:00:00Z"),
    filter: { and: [{ op: "eq", field: "a" }] },
    version: 3,
  };

  it("leave out what stands there already, and what was not said", () => {
    const same = {
      name: "A",
      note: null,
      words: ["a", "b"],
      amount: new Prisma.Decimal("1200000.50"),
      at: new Date("2024-02-16T16:00:00+08:00"),
      filter: { and: [{ field: "a", op: "eq" }] },
    };
    expect(changedColumns(row, same)).toEqual({});
    expect(changedColumns(row, { name: undefined })).toEqual({});
    expect(changedColumns(row, {})).toEqual({});
  });

  it("keep what says something else, nothing included", () => {
    const other = { name: "B", note: "", words: ["b", "a"], amount: null };
    expect(changedColumns(row, { ...other, version: 3 })).toEqual(other);
  });
});

describe("the fields of a change", () => {
  it("are only those that differ", () => {
    const before = { name: { en: "A", zh: null }, domain: null as string | null, version: 1 };
    expect(changedFields(before, { ...before, domain: "a.com", version: 2 }, ["name", "domain"])).toEqual({
      domain: [null, "a.com"],
    });
    expect(changedFields(null, { name: "A", domain: null }, ["name", "domain"])).toEqual({
      name: [null, "A"],
    });
  });

  it("tell the beginning of a text, and that it changed where that is the same", () => {
    const beginning = ({ text }: { text: string }) => text.slice(0, 3);
    const changes = (text: string, written: object) =>
      changedFields({ text: "abcd" }, { text }, [["text", beginning]], written);
    expect(changes("Abcd", {})).toEqual({ text: ["abc", "Abc"] });
    expect(changes("abcde", { text: "abcde" })).toEqual({ text: ["abc", "abc"] });
    expect(changes("abcd", {})).toEqual({});
  });
});
