import { beforeEach, expect, it } from "vitest";
import { memberContext } from "@/server/contexts";
import { db } from "@/server/db/client";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { newId } from "@/server/ids";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { getWorkspace } from "../queries";
import { createWorkspace } from "./create";
import { deleteWorkspace, updateWorkspace } from "./workspace";

let fund: TestWorkspace;
beforeEach(async () => {
  fund = await freshWorkspace();
});

it("starts with two facets and a pipeline that ends won or lost", async () => {
  const [facets, stages] = await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.workspace_id', ${fund.workspaceId}, true)`;
    return [
      await tx.facet.findMany({ orderBy: { position: "asc" } }),
      await tx.stage.findMany({ orderBy: { position: "asc" } }),
    ];
  });
  expect(facets.map(({ slug }) => slug)).toEqual(["focus", "element"]);
  expect(stages.map(({ slug }) => slug)).toEqual([
    "sourced",
    "first-call",
    "diligence",
    "committee",
    "term-sheet",
    "closed",
    "passed",
  ]);
  expect(stages.filter(({ kind }) => kind !== "open").map(({ slug, kind }) => [slug, kind])).toEqual([
    ["closed", "won"],
    ["passed", "lost"],
  ]);
});

it("makes a slug of the name, another when that is taken, and refuses a taken or odd one", async () => {
  const owner = ownerDb(env().DATABASE_URL);
  try {
    const name = `Twin ${newId().slice(-6)}`;
    const first = await createWorkspace(owner, { name });
    const second = await createWorkspace(owner, { name });
    expect(second.slug).toBe(`${first.slug}-2`);
    await expect(createWorkspace(owner, { name, slug: first.slug })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(createWorkspace(owner, { name, slug: "Not A Slug" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(createWorkspace(owner, { name, timeZone: "Mars/Olympus" })).rejects.toMatchObject({
      code: "INVALID",
    });
  } finally {
    await owner.$disconnect();
  }
});

it("changes name and currency, refuses a stale write and values that mean nothing", async () => {
  const changed = await updateWorkspace(fund.as("admin"), { name: "蓝崖资本", currency: "cny", version: 1 });
  expect(changed).toMatchObject({
    name: "蓝崖资本",
    currency: "CNY",
    timeZone: "UTC",
    version: 2,
    slug: fund.slug,
  });
  expect(await getWorkspace(fund.as("viewer"), {})).toEqual(changed);
  await expect(updateWorkspace(fund.as("admin"), { name: "Late", version: 1 })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(updateWorkspace(fund.as("admin"), { timeZone: "+08:00" })).rejects.toMatchObject({
    details: { fields: { timeZone: expect.any(String) } },
  });
  await expect(updateWorkspace(fund.as("partner"), { name: "Coup" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("cuts the days anew when the time zone changes", async () => {
  const { workspaceId } = fund;
  const inWorkspace = <T>(
    work: (tx: Pick<ReturnType<typeof db>, "newsItem" | "coverageDay">) => Promise<T>,
  ) =>
    db().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.workspace_id', ${workspaceId}, true)`;
      return work(tx);
    });
  const publishedAt = new Date("2024-02-15T20:00:00Z");
  const item = { workspaceId, id: newId(), sourceKey: "one", title: "Sora", language: "en", publishedAt };
  await inWorkspace((tx) => tx.newsItem.create({ data: item, select: { id: true } }));
  const days = async () =>
    (await inWorkspace((tx) => tx.coverageDay.findMany({ where: { itemCount: { gt: 0 } } }))).map(
      ({ day }) => day,
    );
  expect(await days()).toEqual([new Date("2024-02-15")]);
  await updateWorkspace(fund.as("admin"), { timeZone: "Asia/Shanghai" });
  expect(await days()).toEqual([new Date("2024-02-16")]);
});

it("goes for good, by an owner who typed its name", async () => {
  const { name } = await getWorkspace(fund.as("owner"), {});
  await expect(deleteWorkspace(fund.as("admin"), { confirm: name })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(deleteWorkspace(fund.as("owner"), { confirm: "something" })).rejects.toMatchObject({
    code: "INVALID",
  });
  const bystander = await freshWorkspace();
  expect(await deleteWorkspace(fund.as("owner"), { confirm: name })).toEqual({ id: fund.workspaceId });
  const session = { userId: fund.userOf("owner").id, version: 1 };
  await expect(memberContext(session, fund.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await getWorkspace(bystander.as("viewer"), {})).slug).toBe(bystander.slug);
});
