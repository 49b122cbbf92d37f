import { describe, expect, it } from "vitest";
import { sortLink } from "./sort-link";

const list = { pathname: "/c", searchParams: { country: "CN", cursor: "abc" }, sort: "name", usual: "name" };

describe("the head of a column", () => {
  it("leads to its order, the largest first, keeps the filter and begins at the first page", () => {
    expect(sortLink(list, "amount")).toEqual({ href: "/c?country=CN&sort=-amount" });
  });

  it("turns the order round that is in force, and does not name the usual one", () => {
    expect(sortLink(list, "name")).toEqual({ href: "/c?country=CN&sort=-name", direction: "asc" });
    expect(sortLink({ ...list, sort: "-name" }, "name")).toEqual({
      href: "/c?country=CN",
      direction: "desc",
    });
  });
});
