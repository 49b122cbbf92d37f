import { describe, expect, it } from "vitest";
import { type Role, roles } from "@/server/permissions";
import {
  checkMayGive,
  checkMayTouch,
  checkOwnerRemains,
  defaultPipeline,
  givableRoles,
  isTimeZone,
  slugOf,
} from "./domain";

it.each([
  ["Blue Cliff Capital", "blue-cliff-capital"],
  ["  Société Générale #2 ", "societe-generale-2"],
  ["蓝崖资本", null],
  ["蓝崖资本 Fund II", "fund-ii"],
  ["A", null],
  [`${"long ".repeat(20)}`, "long-long-long-long-long-long-long-long"],
])("makes of %s the slug %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it.each([
  ["Asia/Shanghai", true],
  ["Pacific/Chatham", true],
  ["UTC", true],
  ["+08:00", false],
  ["Mars/Olympus", false],
  ["", false],
])("time zone %s: %s", (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});

describe("roles", () => {
  const pairs = roles.flatMap((giver) => roles.map((given): [Role, Role] => [giver, given]));

  it.each(pairs)("%s hands out %s only from admin and never above themselves", (giver, given) => {
    const may =
      roles.indexOf(giver) >= roles.indexOf("admin") && roles.indexOf(given) <= roles.indexOf(giver);
    if (may) expect(() => checkMayGive(giver, given)).not.toThrow();
    else expect(() => checkMayGive(giver, given)).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    expect(givableRoles(giver).includes(given)).toBe(may);
  });

  it("lets nobody touch who is above them", () => {
    expect(() => checkMayTouch("admin", "owner")).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    expect(() => checkMayTouch("admin", "admin")).not.toThrow();
  });

  it("keeps one owner", () => {
    expect(() => checkOwnerRemains("owner", "admin", 1)).toThrow(
      expect.objectContaining({ code: "CONFLICT" }),
    );
    expect(() => checkOwnerRemains("owner", null, 1)).toThrow(expect.objectContaining({ code: "CONFLICT" }));
    expect(() => checkOwnerRemains("owner", null, 2)).not.toThrow();
    expect(() => checkOwnerRemains("owner", "owner", 1)).not.toThrow();
    expect(() => checkOwnerRemains("viewer", null, 1)).not.toThrow();
  });
});

it("gives a new workspace stages that end won or lost", () => {
  expect(defaultPipeline.stages.map(({ slug, kind }) => `${slug}:${kind}`)).toEqual([
    "sourced:open",
    "first-call:open",
    "diligence:open",
    "committee:open",
    "term-sheet:open",
    "closed:won",
    "passed:lost",
  ]);
});
