import { describe, expect, it } from "vitest";
import { viewRecords } from "../../schema";
import { examplesOf } from "./examples";

describe("examples of filters", () => {
  it.each(viewRecords)("of %s are filters, in both languages", (record) => {
    expect(examplesOf(record, "en").length).toBeGreaterThan(0);
    expect(examplesOf(record, "zh")).toHaveLength(examplesOf(record, "en").length);
  });
});
