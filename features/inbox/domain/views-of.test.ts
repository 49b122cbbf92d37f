import { expect, it } from "vitest";
import { viewsOf } from "./views-of";

const asking = { me: { id: "me" }, tomorrow: "2026-03-03" };
const item = { id: "a", assignee: null, until: null, dismissed: false, fresh: false };

it.each([
  [{}, ["all"]],
  [{ fresh: true }, ["new", "all"]],
  [{ assignee: "me" }, ["all", "mine"]],
  [{ assignee: "you", fresh: true }, ["new", "all"]],
  [{ until: "2026-03-03", assignee: "me", fresh: true }, ["snoozed"]],
  // It came back.
  [{ until: "2026-03-02" }, ["all"]],
  [{ dismissed: true, until: "2026-03-09", assignee: "me" }, ["dismissed"]],
])("of %j", (more, views) => {
  expect(viewsOf({ ...item, ...more }, asking)).toEqual(views);
});
