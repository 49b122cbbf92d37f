import { expect, it } from "vitest";
import { pickMessages } from "./pick-messages";

const messages = {
  common: { save: "Save" },
  deals: { board: { move: "Move" }, list: { sum: "Sum" }, title: "Deals" },
};

it("picks namespaces and subtrees", () => {
  expect(pickMessages(messages, ["common", "deals.board", "deals.title"])).toEqual({
    common: { save: "Save" },
    deals: { board: { move: "Move" }, title: "Deals" },
  });
});

it("refuses a path without messages", () => {
  expect(() => pickMessages(messages, ["deals.boards"])).toThrow("deals.boards");
});
