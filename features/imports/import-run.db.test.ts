import { beforeEach, describe, expect, it } from "vitest";
import { createCompany } from "@/features/companies/commands";
import { triage } from "@/features/inbox/commands/triage";
import { findMentions } from "@/features/mentions/commands/mentions";
import { linkCompany } from "@/features/mentions/commands/news-companies";
import { createNews, updateNews } from "@/features/news/commands/news-items";
import { listNews } from "@/features/news/queries/news-list";
import { addNewsNote } from "@/features/notes/commands/notes";
import { cancelRun, undoRun } from "@/features/runs/commands/runs";
import { getRun, listRuns } from "@/features/runs/queries/runs";
import { joinStory } from "@/features/stories/commands/decide";
import { placeItems } from "@/features/stories/commands/place";
import { getStory } from "@/features/stories/queries/stories";
import { createRule } from "@/features/tag-rules/commands/rules";
import { tagItems } from "@/features/tag-rules/commands/tag-by-rules";
import { tagNews } from "@/features/tags/commands/tags";
import { writeTags } from "@/features/tags/commands/write-tags";
import { createThesis } from "@/features/theses/commands";
import { signals } from "@/features/trends/queries/trends";
import { listAudit } from "@/features/workspaces/queries";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { workRun } from "@/server/jobs/runs/work-run";
import { inTransaction } from "@/server/operation/transaction";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { importNewsText } from "./commands/import-news";
import { beginImport, stageRows } from "./commands/stage-import";
import { importRun } from "./jobs/import";
import { undoImportRun } from "./jobs/undo";
import { getImport } from "./queries/imports";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");
beforeEach(async () => {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
});

/** Hands a file over; nothing of it is stored yet. The run's id. */
async function submit(titles: readonly string[], more = ""): Promise<string> {
  const content = `title,url,date\n${titles.map((title, at) => `${title},https://a.example/${at},2024-02-16\n`).join("")}${more}`;
  const answer = await importNewsText(analyst(), { name: "list.csv", format: "csv", content });
  if (!("run" in answer)) throw new Error("it was not put to the workers");
  return answer.run.id;
}
const titles = (count: number) => Array.from({ length: count }, (_, at) => `Headline ${at}`);
const work = (id: string, goesOn?: () => boolean) =>
  workRun(importRun, { workspaceId: workspace.workspaceId, runId: id }, goesOn);
const stored = async () => (await listNews(workspace.as("viewer"), { limit: 200 })).data;

describe("an import", () => {
  it("is answered with its run, which stores it, in steps", async () => {
    const id = await submit(titles(600), ",https://a.example/none,\n");
    expect(await getRun(analyst(), { id })).toMatchObject({
      kind: "news.import",
      label: "list.csv",
      state: "queued",
      done: 0,
      total: 601,
      startedBy: "The analyst",
      undo: "none",
    });
    expect(await stored()).toEqual([]);
    expect(await work(id, () => false)).toBe("left");
    expect(await getRun(analyst(), { id })).toMatchObject({
      state: "running",
      done: 500,
      result: { created: 500 },
    });
    expect(await work(id)).toBe("over");
    expect(await getImport(analyst(), { id })).toMatchObject({
      run: { state: "done", done: 601, undo: "possible" },
      found: 601,
      created: 600,
      known: 0,
      failed: 1,
      mapping: { title: "title", url: "url", date: "date" },
      errors: [{ row: 602, column: "title", problem: "noTitle", message: "Row 602 has no title." }],
    });
  });

  it("goes on where a killed worker left it, and stores each row once", async () => {
    const id = await submit(titles(1200));
    // What a kill leaves between two steps: a run nobody works on, at its cursor.
    while ((await work(id, () => false)) === "left");
    expect((await getImport(analyst(), { id })).created).toBe(1200);
    const again = await submit(titles(1200));
    await work(again);
    expect(await getImport(analyst(), { id: again })).toMatchObject({ created: 0, known: 1200 });
  });

  it("that is cancelled keeps what is stored by then, and can be taken back", async () => {
    const id = await submit(titles(1200));
    await work(id, () => false);
    expect(await cancelRun(analyst(), { id })).toMatchObject({ state: "running", cancelRequested: true });
    await work(id);
    expect(await getRun(analyst(), { id })).toMatchObject({
      state: "cancelled",
      done: 500,
      undo: "possible",
    });
    await expect(cancelRun(analyst(), { id })).rejects.toMatchObject({ code: "CONFLICT" });
    const { run } = await undoRun(analyst(), { id });
    expect(await finishRun(analyst(), undoImportRun, run.id)).toMatchObject({
      state: "done",
      result: { removed: 500, kept: 0 },
    });
    expect(await stored()).toEqual([]);
  });

  it("whose sender falls silent is taken up when that is clear, and fails", async () => {
    const header = { columns: ["title"], mapping: { title: "title" }, ignored: [] };
    const { id } = await beginImport(analyst(), { ...header, name: "half.csv" });
    await stageRows(analyst(), { id, rows: [{ row: 2, column: "title", problem: "noTitle" }] });
    expect(await work(id)).toBe("held");
    await inTransaction(analyst(), "command", "time.passes", {}, async (ctx) => {
      ctx.unaudited();
      await ctx.tx
        .$executeRaw`UPDATE job_run SET due_at = due_at - interval '10 minutes' WHERE id = ${id}::uuid`;
    });
    expect(await work(id)).toBe("failed");
    expect(await getRun(analyst(), { id })).toMatchObject({
      state: "failed",
      error: "The file was not sent to its end. Send it again.",
      errorKey: "importBrokenOff",
    });
    const late = stageRows(analyst(), { id, rows: [] });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is nobody's to cancel or undo who may not import", async () => {
    const id = await submit(titles(1));
    const viewer = workspace.as("viewer");
    await expect(cancelRun(viewer, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await work(id);
    await expect(undoRun(viewer, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listRuns(viewer, { kind: "news.import", state: "done,failed" })).data).toHaveLength(1);
  });
});

describe("taken back, an import", () => {
  it("leaves what people touched since and says why; what machines said goes with the rest", async () => {
    const moe = await createThesis(analyst(), { slug: "moe", name: "MoE", statement: "It will." });
    const rule = { name: "MoE", thesis: "moe", expression: "Headline", stance: "for" as const, strength: 1 };
    await createRule(analyst(), rule);
    const company = await createCompany(analyst(), { name: "Mistral" });
    const id = await submit([
      "tagged",
      "edited",
      "noted",
      "linked",
      "triaged",
      "Headline A",
      "Headline Mistral",
      "told",
    ]);
    await work(id);
    const items = await stored();
    const of = (title: string) => items.find((item) => item.title === title) ?? { id: "", version: 0 };
    const ids = items.map((item) => item.id);
    await tagItems(analyst(), { ids });
    await findMentions(analyst(), { ids });
    await placeItems(analyst(), { ids });
    await tagNews(analyst(), { id: of("tagged").id, thesis: "moe", stance: "against" });
    await updateNews(analyst(), { ...pick(of("edited")), title: "edited by hand" });
    await addNewsNote(analyst(), { id: of("noted").id, text: "Ask them." });
    await linkCompany(analyst(), { id: of("linked").id, company: company.id });
    await triage(analyst(), { ids: [of("triaged").id], dismissed: true });
    const other = await createNews(analyst(), { title: "retold", publishedAt: "2024-02-17" });
    await joinStory(analyst(), { id: of("told").id, item: other.id });

    const brought = { subjectId: of("noted").id, thesisId: moe.id, stance: "for" as const, strength: 1 };
    await inTransaction(analyst(), "command", "tags.come", {}, async (ctx) => {
      ctx.unaudited();
      await writeTags(ctx, "news", [brought], { origin: "import", sourceId: id });
    });

    const { run } = await undoRun(analyst(), { id });
    await expect(undoRun(analyst(), { id })).rejects.toMatchObject({ code: "CONFLICT" });
    const { result } = await finishRun(analyst(), undoImportRun, run.id);
    expect(result).toMatchObject({ removed: 3, kept: 5 });
    const left = Object(result).left as { title: string; reason: string }[];
    expect(Object.fromEntries(left.map(({ title, reason }) => [title, reason]))).toEqual({
      tagged: "tagged",
      "edited by hand": "edited",
      noted: "note",
      linked: "company",
      triaged: "triage",
    });
    expect((await stored()).map(({ title }) => title).sort()).toEqual(
      ["edited by hand", "linked", "noted", "retold", "tagged", "triaged"].sort(),
    );
    expect(await getRun(analyst(), { id })).toMatchObject({ undo: "done" });
    // The file's own word goes, also from what stays.
    expect((await stored()).find(({ title }) => title === "noted")?.tags).toEqual([]);
    // The story goes on under the one that is left of it, and the charts count what is left.
    expect((await getStory(analyst(), { id: other.id })).items.map((item) => item.id)).toEqual([other.id]);
    const { data } = await signals(analyst(), {
      thesis: "moe",
      from: "2024-02-16",
      to: "2024-02-18",
      bucket: "day",
    });
    expect(data[0]?.buckets.map(({ value, coverage }) => [value, coverage])).toEqual([
      [1, 5],
      [0, 1],
    ]);
    const { data: audit } = await listAudit(workspace.as("admin"), { entity: "newsImport" });
    expect(audit[0]).toMatchObject({ label: "list.csv", changes: { removed: [null, 3], kept: [null, 5] } });
  });

  it("can be imported again", async () => {
    const id = await submit(titles(3));
    await work(id);
    const { run } = await undoRun(analyst(), { id });
    await finishRun(analyst(), undoImportRun, run.id);
    const again = await submit(titles(3));
    await work(again);
    expect((await getImport(analyst(), { id: again })).created).toBe(3);
  });

  it("is not while it is at work, and not what cannot be", async () => {
    const id = await submit(titles(1));
    await expect(undoRun(analyst(), { id })).rejects.toMatchObject({ code: "CONFLICT" });
    await work(id);
    const { run } = await undoRun(analyst(), { id });
    await finishRun(analyst(), undoImportRun, run.id);
    const details = { details: { key: "runNoUndo" } };
    await expect(undoRun(analyst(), { id: run.id })).rejects.toMatchObject(details);
  });
});

function pick({ id, version }: { id: string; version: number }) {
  return { id, version };
}
