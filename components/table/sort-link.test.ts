import { describe, expect, it } from "vitest";
import { sortLink } from "./sort-link";

describe("the head of a column", () => {
  it("leads to its order, keeps the filter and begins at the first page", () => {
    const search = { country: "CN", cursor: "abc" };
    expect(sortLink("/c", search, null, "name")).toEqual({ href: "/c?country=CN&sort=name" });
    expect(sortLink("/c", search, "name", "amount", "desc").href).toBe("/c?country=CN&sort=-amount");
  });

  it("turns the order round that is in force", () => {
    expect(sortLink("/c", {}, "name", "name")).toEqual({ href: "/c?sort=-name", direction: "asc" });
    expect(sortLink("/c", {}, "-name", "name")).toEqual({ href: "/c?sort=name", direction: "desc" });
  });
});
