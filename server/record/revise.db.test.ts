import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, updateCompany } from "@/features/companies/commands";
import { listAudit } from "@/features/workspaces/queries";
import { AppError } from "@/server/errors";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";

let fund: TestWorkspace;
beforeAll(async () => {
  fund = await freshWorkspace();
});

/** What the audit says of a company's changes, oldest first. */
async function changesOf(id: string): Promise<unknown[]> {
  const { data } = await listAudit(fund.as("admin"), { entityId: id });
  return data
    .filter(({ operation }) => operation === "company.update")
    .map(({ changes }) => changes)
    .reverse();
}

const update = (id: string, change: object) => updateCompany(fund.as("analyst"), { id, ...change });

describe("a change of a record", () => {
  it("writes and audits what differs, and nothing else", async () => {
    const { id } = await createCompany(fund.as("analyst"), { name: "Quiet", country: "CN", aliases: ["Q"] });
    const after = await update(id, { country: "US", aliases: ["Q"], description: "" });
    expect(after).toMatchObject({ version: 2, country: "US" });
    expect(await update(id, { country: "US", aliases: ["Q"] })).toEqual(after);
    expect(await changesOf(id)).toEqual([{ country: ["CN", "US"] }]);
  });

  it("waits for another that names no version, and both stand", async () => {
    const { id } = await createCompany(fund.as("analyst"), { name: "Crowded" });
    const words = ["one", "two", "three", "four"];
    await Promise.all(words.map((description) => update(id, { description })));
    const changes = await changesOf(id);
    expect(changes).toHaveLength(4);
    expect(await update(id, {})).toMatchObject({ version: 5 });
  });

  it("is refused to the second of two against one version, who is shown both sides", async () => {
    const { id, version } = await createCompany(fund.as("analyst"), { name: "Contested" });
    const both = await Promise.allSettled(["CN", "US"].map((country) => update(id, { country, version })));
    const won = both.find((one) => one.status === "fulfilled");
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(AppError);
    expect(lost?.reason.details.conflict).toEqual({
      sent: { version, country: won?.value.country === "CN" ? "US" : "CN" },
      current: won?.value,
    });
  });
});
