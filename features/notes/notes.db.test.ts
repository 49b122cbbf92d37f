import { beforeAll, describe, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { createDeal } from "@/features/deals/commands/deals";
import { createNews } from "@/features/news/commands/news-items";
import { searchAll } from "@/features/search/queries";
import { createThesis } from "@/features/theses/commands";
import { listAudit } from "@/features/workspaces/queries";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import {
  addCompanyNote,
  addDealNote,
  addNewsNote,
  addThesisNote,
  deleteNote,
  updateNote,
} from "./commands/notes";
import { companyNotes, dealNotes, newsNotes, thesisNotes } from "./queries/notes";

let workspace: TestWorkspace;
let company: string;
const analyst = () => workspace.as("analyst");

beforeAll(async () => {
  workspace = await freshWorkspace();
  company = (await createCompany(analyst(), { name: { en: "Lantern Labs" } })).id;
});

describe("a note", () => {
  it("can be written on an item, a company, a deal and a thesis, and found there", async () => {
    const news = await createNews(analyst(), { title: "Told", publishedAt: "2024-02-16T00:00:00Z" });
    const deal = await createDeal(analyst(), { companyId: company, stage: "sourced" });
    const thesis = await createThesis(analyst(), { slug: "noted", name: "Noted", statement: "Noted" });
    await addNewsNote(analyst(), { id: news.id, text: "On the item" });
    await addDealNote(analyst(), { id: deal.id, text: "On the deal" });
    await addThesisNote(analyst(), { id: "noted", text: "On the thesis" });
    await addCompanyNote(analyst(), { id: company, text: "On the company" });
    const texts = async (list: Promise<{ data: { text: string; author: string }[] }>) =>
      (await list).data.map(({ text, author }) => [text, author]);
    expect(await texts(newsNotes(analyst(), { id: news.id }))).toEqual([["On the item", "The analyst"]]);
    expect(await texts(dealNotes(analyst(), { id: deal.id }))).toEqual([["On the deal", "The analyst"]]);
    expect(await texts(thesisNotes(analyst(), { id: thesis.id }))).toEqual([
      ["On the thesis", "The analyst"],
    ]);
    expect(await texts(companyNotes(analyst(), { id: company }))).toEqual([
      ["On the company", "The analyst"],
    ]);
  });

  it("is listed newest first, page by page, and other lists' cursors are refused", async () => {
    const { id } = await createCompany(analyst(), { name: { en: "Noted Labs" } });
    const written: string[] = [];
    for (let number = 0; number < 5; number++)
      written.unshift((await addCompanyNote(analyst(), { id, text: `Note ${number}` })).id);
    const read: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 3; pages++) {
      const page = await companyNotes(analyst(), { id, limit: 2, cursor });
      read.push(...page.data.map((note) => note.id));
      cursor = page.nextCursor ?? undefined;
      expect(page.nextCursor === null).toBe(pages === 2);
    }
    expect(read).toEqual(written);
    for (const wrong of [
      [],
      [id],
      [id, id],
      ["2024-02-16T00:00:00Z", "1"],
      ["2024-02-16T00:00:00Z", id, id],
    ]) {
      const cursor = Buffer.from(JSON.stringify(wrong)).toString("base64url");
      await expect(companyNotes(analyst(), { id, cursor })).rejects.toMatchObject({
        code: "INVALID",
        details: { fields: { cursor: expect.stringContaining("is not one this list gave out") } },
      });
    }
  });

  it("is Markdown that cannot carry a script, a style or a foreign picture", async () => {
    const text =
      "**Strong** <script>alert(1)</script>\n\n[x](javascript:alert(1)) ![p](https://x.example/p.png)\n\n| a |\n|---|\n| 1 |";
    const { html } = await addCompanyNote(analyst(), { id: company, text });
    expect(html).toContain("<strong>Strong</strong>");
    expect(html).toContain("<table>");
    expect(html).not.toMatch(/<script|<img|href="javascript|style=/);
  });

  it("keeps what it said before, and changes nothing when it says the same", async () => {
    const note = await addCompanyNote(analyst(), { id: company, text: "First" });
    const same = await updateNote(analyst(), { id: note.id, text: "First" });
    expect(same).toMatchObject({ version: 1, revisions: [] });
    const after = await updateNote(analyst(), { id: note.id, text: "Second", version: 1 });
    expect(after).toMatchObject({ text: "Second", version: 2 });
    expect(after.revisions.map(({ text, replacedBy }) => [text, replacedBy])).toEqual([
      ["First", "The analyst"],
    ]);
    await expect(updateNote(analyst(), { id: note.id, text: "Third", version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is its author's: others may read it, an admin may take it away", async () => {
    const note = await addCompanyNote(analyst(), { id: company, text: "Mine" });
    const { data } = await companyNotes(workspace.as("partner"), { id: company });
    expect(data.find(({ id }) => id === note.id)?.mine).toBe(false);
    await expect(updateNote(workspace.as("partner"), { id: note.id, text: "Yours" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(deleteNote(workspace.as("partner"), { id: note.id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(addCompanyNote(workspace.as("viewer"), { id: company, text: "No" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await deleteNote(workspace.as("admin"), { id: note.id });
    await expect(updateNote(analyst(), { id: note.id, text: "Back" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await companyNotes(analyst(), { id: company })).data.map(({ id }) => id)).not.toContain(note.id);
  });

  it("on a confidential deal is seen only by who sees the deal", async () => {
    const deal = await createDeal(workspace.as("partner"), {
      companyId: company,
      stage: "sourced",
      confidential: true,
    });
    const note = await addDealNote(workspace.as("partner"), { id: deal.id, text: "Quillfeather terms" });
    await expect(dealNotes(analyst(), { id: deal.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(updateNote(analyst(), { id: note.id, text: "Seen" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await updateNote(workspace.as("partner"), { id: note.id, text: "Quillfeather terms, again" });
    expect(JSON.stringify(await listAudit(analyst(), { limit: 50 }))).not.toContain("Quillfeather");
    expect(JSON.stringify(await listAudit(workspace.as("partner"), { limit: 50 }))).toContain("Quillfeather");
    expect((await searchAll(analyst(), { q: "Quillfeather" })).data).toEqual([]);
    expect((await searchAll(workspace.as("partner"), { q: "Quillfeather" })).data).toHaveLength(1);
  });

  it("is found by its words, and leads to its record", async () => {
    await addCompanyNote(analyst(), {
      id: company,
      text: "The founder mentioned Zephyrine pricing. 定价策略",
    });
    for (const q of ["zephyrine", "定价"]) {
      const { data } = await searchAll(analyst(), { q });
      expect(data).toMatchObject([{ kind: "note", id: company, of: "company" }]);
    }
  });

  it("stands in the audit of its record", async () => {
    await addCompanyNote(analyst(), { id: company, text: "For the audit" });
    const { data } = await listAudit(workspace.as("admin"), { limit: 1 });
    expect(data[0]).toMatchObject({ entity: "company", entityId: company, operation: "company.addNote" });
  });

  it("needs words, and a record that is here", async () => {
    await expect(addCompanyNote(analyst(), { id: company, text: "  " })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(addCompanyNote(analyst(), { id: "nothing", text: "x" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
