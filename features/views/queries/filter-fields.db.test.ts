import { beforeAll, describe, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { parseFilter } from "@/lib/filter/parse";
import { unpackCatalogue } from "@/lib/filter/portable";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { filterFields, filterValues } from "./filter-fields";

let fund: TestWorkspace;
const viewer = () => fund.as("viewer");

beforeAll(async () => {
  fund = await freshWorkspace();
  await createCompany(fund.as("analyst"), { name: { en: "Zhipu AI", zh: "智谱" }, stage: "series-b" });
});

describe("the fields of a list", () => {
  it("read the same typed filter in both languages, through related records too", async () => {
    const there = unpackCatalogue(await filterFields(viewer(), { record: "deals" }));
    expect(parseFilter("公司.国家:CN 金额:>5", there)).toEqual(
      parseFilter("company.country:CN amount:>5", there),
    );
  });
});

describe("values of a field", () => {
  it("are records found by any of their names", async () => {
    const { data } = await filterValues(viewer(), { record: "deals", field: "company", q: "智谱" });
    expect(data).toEqual([{ value: "Zhipu AI", label: { en: "Zhipu AI", zh: "智谱" } }]);
  });

  it("are those that some record has, of a field that no list of values is known of", async () => {
    const { data } = await filterValues(viewer(), { record: "deals", field: "company.stage", q: "series" });
    expect(data.map(({ value }) => value)).toEqual(["series-b"]);
  });

  it("are of a field there is", async () => {
    await expect(filterValues(viewer(), { record: "deals", field: "nosuch" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});
