import { beforeAll, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { listCompanies } from "@/features/companies/queries";
import { createNews } from "@/features/news/commands/news-items";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { searchAll } from "./queries";

let ours: TestWorkspace;
let theirs: TestWorkspace;
beforeAll(async () => {
  [ours, theirs] = [await freshWorkspace(), await freshWorkspace()];
  const own = {
    name: { en: "Moonshot AI", zh: "月之暗面" },
    formerNames: ["Yuezhi"],
    aliases: ["Kimi"],
    domain: "moonshot.cn",
  };
  await createCompany(ours.as("analyst"), own);
  await createCompany(ours.as("analyst"), { name: { en: "100% Data_Lab" } });
  await createCompany(theirs.as("analyst"), { name: { en: "Moonshot Foods" } });
});

const listed = async (q: string) =>
  (await listCompanies(ours.as("viewer"), { q })).data.map(({ name }) => name.en);

it.each([
  "moonshot",
  "moons",
  "暗面",
  "月之",
  "Yuezhi",
  "Kimi",
  "moonshot.c",
  "https://www.moonshot.cn/about",
])("finds a company by %s, and none of another workspace", async (q) =>
  expect(await listed(q)).toEqual(["Moonshot AI"]),
);

it("takes the signs of a pattern for what they are", async () => {
  expect(await listed("100%")).toEqual(["100% Data_Lab"]);
  expect(await listed("%")).toEqual([]);
  expect(await listed("_oonshot")).toEqual([]);
});

it("finds the newest news with the words, rare or common, of the own workspace alone", async () => {
  for (const at of [1, 2, 3, 4, 5, 6, 7])
    await createNews(ours.as("analyst"), { title: `A zeppelin ${at}`, publishedAt: `2024-02-0${at}` });
  await createNews(theirs.as("analyst"), { title: "Their zeppelin", publishedAt: "2024-03-01" });
  const { data } = await searchAll(ours.as("viewer"), { q: "zeppelin" });
  expect(data.map(({ label }) => label.en)).toEqual([7, 6, 5, 4, 3, 2].map((at) => `A zeppelin ${at}`));
});

it("finds companies beside everything else, of the own workspace alone", async () => {
  const { data } = await searchAll(ours.as("viewer"), { q: "moonshot" });
  expect(data.map(({ kind, label }) => [kind, label.en])).toEqual([["company", "Moonshot AI"]]);
});
