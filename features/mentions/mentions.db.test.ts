import { beforeEach, expect, it } from "vitest";
import { createCompany, updateCompany } from "@/features/companies/commands";
import { findCompanyJob, findMentionsJob } from "@/features/mentions/jobs";
import { createNews } from "@/features/news/commands/news-items";
import { getNews } from "@/features/news/queries/news-item";
import { listNews } from "@/features/news/queries/news-list";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { confirmCompany } from "./commands/mentions";
import { linkCompany, unlinkCompany } from "./commands/news-companies";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");
beforeEach(async () => {
  workspace = await freshWorkspace();
});

const item = async (title: string, companies: string[] = []) =>
  (await createNews(analyst(), { title, publishedAt: "2026-01-01", companies })).id;
const arrive = (...ids: string[]) => findMentionsJob.handle({ workspaceId: workspace.workspaceId, ids });
const companies = async (id: string) =>
  (await getNews(analyst(), { id })).companies.map(({ name, words, found }) => ({
    name: name.en,
    words,
    found,
  }));
const company = async (en: string, more = {}) =>
  (await createCompany(analyst(), { name: { en }, ...more })).id;

it("links what arrives to the companies it mentions, with the words, and filters find it", async () => {
  const openai = await company("OpenAI");
  await company("DeepMind", { formerNames: ["Google DeepMind"], aliases: ["AlphaFold"] });
  const id = await item("OpenAI meets AlphaFold");
  await arrive(id);
  await arrive(id);
  expect(await companies(id)).toEqual([
    { name: "DeepMind", words: ["AlphaFold"], found: true },
    { name: "OpenAI", words: ["OpenAI"], found: true },
  ]);
  expect((await listNews(analyst(), { company: [openai] })).data.map((one) => one.id)).toEqual([id]);
});

it("remembers what a person said: confirmed stays, taken off does not come back", async () => {
  const [openai, mistral] = [await company("OpenAI"), await company("Mistral AI")];
  const id = await item("OpenAI and Mistral AI");
  await arrive(id);
  await confirmCompany(analyst(), { id, company: openai });
  await unlinkCompany(analyst(), { id, company: mistral });
  await arrive(id);
  expect(await companies(id)).toEqual([{ name: "OpenAI", words: ["OpenAI"], found: false }]);
  await linkCompany(analyst(), { id, company: mistral });
  expect(await companies(id)).toMatchObject([{ name: "Mistral AI", found: false }, { name: "OpenAI" }]);
  await expect(confirmCompany(analyst(), { id, company: workspace.workspaceId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it("takes a link made by hand for confirmed, and adds the words", async () => {
  const openai = await company("OpenAI");
  const id = await item("OpenAI again", [openai]);
  await arrive(id);
  expect(await companies(id)).toEqual([{ name: "OpenAI", words: ["OpenAI"], found: false }]);
});

it("finds stored items for a company that is new or is called otherwise from now on", async () => {
  const [first, second] = [await item("Zhipu AI raises"), await item("智谱AI完成融资")];
  const zhipu = await company("Zhipu AI");
  const look = () => findCompanyJob.handle({ workspaceId: workspace.workspaceId, id: zhipu });
  await look();
  expect([await companies(first), await companies(second)]).toEqual([
    [{ name: "Zhipu AI", words: ["Zhipu AI"], found: true }],
    [],
  ]);
  await updateCompany(analyst(), { id: zhipu, aliases: ["智谱AI"] });
  await look();
  expect(await companies(second)).toEqual([{ name: "Zhipu AI", words: ["智谱AI"], found: true }]);
});
