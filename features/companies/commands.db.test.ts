import { beforeAll, describe, expect, it } from "vitest";
import { tagCompany } from "@/features/tags/commands/tags";
import { createThesis } from "@/features/theses/commands";
import { newId } from "@/server/ids";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { createCompany, updateCompany } from "./commands";
import { companyHistory, companyValues, getCompany, listCompanies } from "./queries";
import { type Company, CompanyDetail, CompanyHistory, CreatedCompany } from "./schema";

let fund: TestWorkspace;
beforeAll(async () => {
  fund = await freshWorkspace();
  for (const slug of ["moe", "agents"]) {
    await createThesis(fund.as("analyst"), {
      slug,
      facet: "focus",
      name: { en: slug, zh: slug },
      statement: { en: "It will.", zh: "会的。" },
    });
  }
});

const analyst = () => fund.as("analyst");
const names = (page: { data: Company[] }) => page.data.map(({ name }) => name.en ?? name.zh);

describe("adding a company", () => {
  it("gives back what was said, in one form, with its tags", async () => {
    const company = await createCompany(analyst(), {
      name: { en: "Moonshot AI", zh: "月之暗面" },
      formerNames: ["Yuezhi"],
      domain: "https://www.Moonshot.cn/about",
      country: "cn",
      stage: "Series B",
      foundedYear: 2023,
      creditCode: "9144 0300 7152 6726 xg",
      description: "Long context.",
      tags: [{ thesis: "moe", stance: "for", strength: 2, note: "said so" }],
    });
    expect(CreatedCompany.strict().parse(company)).toEqual(company);
    expect(company).toMatchObject({
      domain: "moonshot.cn",
      country: "CN",
      stage: "series-b",
      creditCode: "9144030071526726XG",
      description: "Long context.",
      descriptionZh: null,
      version: 1,
      tags: [{ thesis: "moe", stance: "for", strength: 2, note: "said so", by: "The analyst" }],
    });
  });

  it("needs one name, and takes a text for one", async () => {
    expect((await createCompany(analyst(), { name: "智谱" })).name).toEqual({ en: null, zh: "智谱" });
    for (const name of [{}, { en: " " }, ""]) {
      await expect(createCompany(analyst(), { name })).rejects.toMatchObject({
        code: "INVALID",
        details: { fields: { name: expect.any(String) } },
      });
    }
  });

  it.each([
    [{ domain: "not a domain" }, "domain"],
    [{ country: "Mars" }, "country"],
    [{ creditCode: "9144030071526726XA" }, "creditCode"],
    [{ foundedYear: 23 }, "foundedYear"],
    [{ foundedYear: 19999 }, "foundedYear"],
    [{ foundedYear: "19999" }, "foundedYear"],
  ])("says which field is wrong: %o", async (facts, field) => {
    const refused = createCompany(analyst(), { name: "X", ...facts });
    await expect(refused).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { [field]: expect.any(String) } },
    });
  });

  it("leaves nothing behind when a tag names no thesis", async () => {
    const refused = createCompany(analyst(), { name: "Half", tags: [{ thesis: "nothing" }] });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listCompanies(analyst(), { q: "Half" })).data).toEqual([]);
  });

  it("is not for viewers", async () => {
    await expect(createCompany(fund.as("viewer"), { name: "X" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("a name that another company has", () => {
  it("is taken, and the answer says who is there already", async () => {
    const first = await createCompany(analyst(), { name: { en: "Twin Star", zh: "双星" } });
    expect(first.similar).toEqual([]);
    const named = { id: first.id, name: first.name };
    for (const name of ["twin star", "双星", { en: "Other", zh: "双星" }])
      expect((await createCompany(analyst(), { name })).similar).toContainEqual(named);
    expect((await createCompany(analyst(), { name: "Twin Stars" })).similar).toEqual([]);
    const elsewhere = await freshWorkspace();
    expect((await createCompany(elsewhere.as("analyst"), { name: "Twin Star" })).similar).toEqual([]);
  });
});

describe("a domain or credit code that another company has", () => {
  it("is a conflict that names the company, on adding and on changing", async () => {
    const owner = await createCompany(analyst(), {
      name: "Owner",
      domain: "owner.ai",
      creditCode: "91110000802100433B",
    });
    const other = await createCompany(analyst(), { name: "Other" });
    const taken = {
      code: "CONFLICT",
      message: expect.stringContaining("Owner"),
      details: { values: { id: owner.id } },
    };
    await expect(createCompany(analyst(), { name: "New", domain: "www.owner.ai" })).rejects.toMatchObject(
      taken,
    );
    await expect(
      updateCompany(analyst(), { id: other.id, creditCode: "91110000802100433b" }),
    ).rejects.toMatchObject(taken);
    expect(await updateCompany(analyst(), { id: owner.id, domain: "owner.ai" })).toMatchObject({
      domain: "owner.ai",
    });
  });

  it("is free in another workspace", async () => {
    await createCompany(analyst(), { name: "Here", domain: "both.ai" });
    const elsewhere = await freshWorkspace();
    expect(await createCompany(elsewhere.as("analyst"), { name: "There", domain: "both.ai" })).toMatchObject({
      domain: "both.ai",
    });
  });
});

describe("changing a company", () => {
  it("changes only what was said and keeps who did it", async () => {
    const made = await createCompany(analyst(), { name: "Before", domain: "before.ai", stage: "seed" });
    const changed = await updateCompany(fund.as("partner"), {
      id: made.id,
      version: 1,
      name: { en: "After" },
      stage: "",
    });
    expect(changed).toMatchObject({
      name: { en: "After", zh: null },
      domain: "before.ai",
      stage: null,
      version: 2,
    });
    const { data } = CompanyHistory.parse(await companyHistory(analyst(), { id: made.id }));
    expect(data[0]).toMatchObject({
      by: "The partner",
      operation: "company.update",
      fields: expect.arrayContaining(["name", "stage"]),
    });
    expect(data[0]?.fields).toHaveLength(2);
    expect(data.at(-1)).toMatchObject({ by: "The analyst", operation: "company.create" });
  });

  it("refuses a change against an older version, and does nothing", async () => {
    const made = await createCompany(analyst(), { name: "Stale" });
    await updateCompany(analyst(), { id: made.id, version: 1, description: "first" });
    const late = updateCompany(analyst(), { id: made.id, version: 1, description: "second" });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT", details: { key: "stale" } });
    expect(await getCompany(analyst(), { id: made.id })).toMatchObject({ description: "first", version: 2 });
  });

  it("lets one of two writers at once through", async () => {
    const made = await createCompany(analyst(), { name: "Race" });
    const both = await Promise.allSettled(
      ["a", "b"].map((text) => updateCompany(analyst(), { id: made.id, version: 1, description: text })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getCompany(analyst(), { id: made.id })).version).toBe(2);
  });

  it("does not find another workspace's company", async () => {
    const made = await createCompany(analyst(), { name: "Ours" });
    const stranger = (await freshWorkspace()).as("owner");
    for (const call of [
      () => getCompany(stranger, { id: made.id }),
      () => updateCompany(stranger, { id: made.id, stage: "seed" }),
      () => companyHistory(stranger, { id: made.id }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(getCompany(analyst(), { id: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the list", () => {
  let own: TestWorkspace;
  const member = () => own.as("viewer");
  beforeAll(async () => {
    own = await freshWorkspace();
    const theses = ["moe", "agents"];
    for (const slug of theses) {
      await createThesis(own.as("analyst"), {
        slug,
        facet: "focus",
        name: { en: slug, zh: slug },
        statement: { en: "x", zh: "x" },
      });
    }
    const add = (input: Parameters<typeof createCompany>[1]) => createCompany(own.as("analyst"), input);
    await add({
      name: { en: "Mistral AI" },
      domain: "mistral.ai",
      country: "FR",
      stage: "series-b",
      tags: [{ thesis: "moe" }],
    });
    await add({
      name: { zh: "零一万物", en: "01.AI" },
      domain: "01.ai",
      country: "CN",
      tags: [{ thesis: "moe" }, { thesis: "agents" }],
    });
    await add({
      name: { zh: "深度求索", en: "DeepSeek" },
      country: "CN",
      formerNames: ["High-Flyer Lab"],
      tags: [{ thesis: "agents" }],
    });
    await add({ name: { en: "It" } });
    for (let number = 1; number <= 5; number++) await add({ name: { en: `Zed ${number}` } });
  });

  it("runs by name and pages without gaps or repeats", async () => {
    const all: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCompanies(member(), { limit: 2, ...(cursor ? { cursor } : {}) });
      expect(page.data.length).toBeLessThanOrEqual(2);
      all.push(...names(page));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(all).toEqual([
      "01.AI",
      "DeepSeek",
      "It",
      "Mistral AI",
      "Zed 1",
      "Zed 2",
      "Zed 3",
      "Zed 4",
      "Zed 5",
    ]);
  });

  it.each([
    ["mistr", ["Mistral AI"]],
    ["https://mistral.ai/news", ["Mistral AI"]],
    ["mistral.a", ["Mistral AI"]],
    ["求索", ["DeepSeek"]],
    ["万", ["01.AI"]],
    ["high flyer", ["DeepSeek"]],
    ["it", ["It"]],
    ["nobody", []],
    ["%", []],
  ])("finds %s", async (q, found) => {
    expect(names(await listCompanies(member(), { q }))).toEqual(found);
  });

  it("filters by any of several theses, country and stage", async () => {
    expect(names(await listCompanies(member(), { thesis: "moe" }))).toEqual(["01.AI", "Mistral AI"]);
    expect(names(await listCompanies(member(), { thesis: ["moe", "agents"] }))).toEqual([
      "01.AI",
      "DeepSeek",
      "Mistral AI",
    ]);
    expect(names(await listCompanies(member(), { thesis: "moe", country: "fr", stage: "Series B" }))).toEqual(
      ["Mistral AI"],
    );
    expect(await companyValues(member(), {})).toEqual({ countries: ["CN", "FR"], stages: ["series-b"] });
  });

  it("refuses a thesis that is not here and a cursor it did not give", async () => {
    await expect(listCompanies(member(), { thesis: "gone" })).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { thesis: expect.stringContaining("gone") } },
    });
    await expect(listCompanies(member(), { cursor: "nonsense" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(listCompanies(member(), { limit: 500 })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("shows a tag's present state only; its page has the same", async () => {
    const [company] = (await listCompanies(member(), { q: "It" })).data;
    if (!company) throw new Error("not found");
    await tagCompany(own.as("analyst"), { id: company.id, thesis: "moe", stance: "for", strength: 3 });
    await tagCompany(own.as("analyst"), { id: company.id, thesis: "moe", stance: "against", strength: 1 });
    const detail = CompanyDetail.parse(await getCompany(member(), { id: company.id }));
    expect(detail.tags).toMatchObject([{ thesis: "moe", stance: "against", strength: 1 }]);
    expect(detail).toMatchObject({ news: [], deals: [] });
  });
});
