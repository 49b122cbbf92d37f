import { expect, it } from "vitest";
import { meanBefore, pathOf, sentenceOf } from "./domain";

it("the mean is of the weeks before the last, empty ones included", () => {
  expect(meanBefore([{ value: 3 }, { value: 0 }, { value: 9 }])).toEqual({ value: 1.5, weeks: 2 });
  expect(meanBefore([{ value: 9 }])).toBeNull();
  expect(meanBefore([])).toBeNull();
});

it("each entry has a sentence that holds all it needs", () => {
  const said = (operation: string, theses: string[] = [], to: string | null = null) =>
    sentenceOf({ operation, theses, to });
  expect(said("thesis.create")).toBe("created");
  expect(said("news.tag", ["moe"])).toBe("tagged");
  expect(said("news.untag", ["moe"])).toBe("untagged");
  expect(said("deal.create", ["moe"])).toBe("tagged");
  expect(said("news.tag")).toBe("updated");
  expect(said("deal.move", [], "closed")).toBe("moved");
  expect(said("deal.move")).toBe("updated");
  expect(said("member.changeRole")).toBe("changedRole");
  expect(said("feed.somethingNew")).toBe("updated");
});

it("an entry leads to its thing's page where it has one", () => {
  expect(pathOf({ entity: "company", entityId: "1" })).toBe("companies/1");
  expect(pathOf({ entity: "token", entityId: "1" })).toBeNull();
  expect(pathOf({ entity: "news", entityId: null })).toBeNull();
});
