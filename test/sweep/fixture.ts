import { readTask } from "@/features/agreement/commands/readings";
import { drawRound } from "@/features/agreement/commands/rounds";
import { listTasks } from "@/features/agreement/queries/tasks";
import { createCompany } from "@/features/companies/commands";
import { createDeal, moveDeal } from "@/features/deals/commands/deals";
import { createFeed } from "@/features/feeds/commands/feeds";
import { importNewsText } from "@/features/imports/commands/import-news";
import { beginImport } from "@/features/imports/commands/stage-import";
import { importRun } from "@/features/imports/jobs/import";
import { findMentions } from "@/features/mentions/commands/mentions";
import { createNews } from "@/features/news/commands/news-items";
import { addCompanyNote } from "@/features/notes/commands/notes";
import { joinStory } from "@/features/stories/commands/decide";
import { isHeldOut } from "@/features/suggestions/domain/held-out";
import { createRule } from "@/features/tag-rules/commands/rules";
import { applyRule } from "@/features/tag-rules/commands/runs";
import { tagMany } from "@/features/tags/commands/batches";
import { createThesis } from "@/features/theses/commands";
import { linkView } from "@/features/views/commands/links";
import { createView } from "@/features/views/commands/views";
import { createInvitation } from "@/features/workspaces/commands/invitations";
import { createToken } from "@/features/workspaces/commands/tokens";
import type { Context } from "@/server/context";
import { finishRun } from "@/server/jobs/runs/finish-run";
import type { Role } from "@/server/permissions";
import { freshWorkspace, type TestWorkspace } from "../database/workspace";

/** A workspace with one of everything, whose names and ids must not be seen from another. */
export type Fixture = {
  workspace: TestWorkspace;
  thesis: string;
  thesisSlug: string;
  feed: string;
  news: string;
  /** Tells the same as `news`. */
  retelling: string;
  company: string;
  deal: string;
  member: string;
  invitation: string;
  token: string;
  note: string;
  /** A linked view of the team. */
  view: string;
  tagBatch: string;
  /** A rule, and the run of another that has just begun. */
  rule: string;
  ruleRun: string;
  /** An import whose rows are still to come, and one that is done. */
  importRun: string;
  doneRun: string;
  /** An item, and a thesis whose keyword stands in it. */
  suggestedNews: string;
  suggestedThesis: string;
  /** A round that is being read; a task of another, the owner's; a disagreement about `news`. */
  round: string;
  task: string;
  disagreement: string;
};

let made = 0;

export async function makeFixture(): Promise<Fixture> {
  const workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
  const owner = workspace.as("owner");
  const mark = `only-here-${++made}-${workspace.slug}`;
  const thesis = await createThesis(owner, { slug: mark, name: mark, statement: mark });
  const tags = [{ thesis: thesis.slug, stance: "for" as const, strength: 2 }];
  // Nothing listens on port 1: a refresh fails at once, on this machine.
  const feed = await createFeed(owner, { url: `http://127.0.0.1:1/${mark}`, title: mark, paused: true });
  const company = await createCompany(owner, { name: { en: mark }, domain: `${mark}.example`, tags });
  const news = await createNews(owner, {
    title: mark,
    url: `https://${mark}.example/1`,
    publishedAt: "2024-02-16T00:00:00Z",
    tags,
    companies: [company.id],
  });
  await findMentions(owner, { ids: [news.id] });
  const retelling = await createNews(owner, { title: `${mark} again`, publishedAt: "2024-02-16T00:00:00Z" });
  await joinStory(owner, { id: news.id, item: retelling.id });
  const deal = await createDeal(owner, { companyId: company.id, stage: "sourced", theses: tags });
  await moveDeal(owner, { id: deal.id, stage: "first-call", version: deal.version });
  const { batchId } = await tagMany(owner, { ids: [news.id], put: tags });
  const note = await addCompanyNote(owner, { id: company.id, text: mark });
  const view = await createView(owner, { name: mark, record: "news", access: "team" });
  await linkView(owner, { id: view.id });
  const rules = await makeRules(owner, mark);
  const agreement = await makeAgreement(workspace, mark);
  const suggested = await makeSuggestion(owner, mark);
  const invitation = await createInvitation(owner, { email: `${mark}@example.test`, role: "viewer" });
  const token = await createToken(owner, { name: mark, role: "viewer" });
  return {
    workspace,
    thesis: thesis.id,
    thesisSlug: thesis.slug,
    feed: feed.id,
    news: news.id,
    retelling: retelling.id,
    company: company.id,
    deal: deal.id,
    member: workspace.userOf("viewer").id,
    invitation: invitation.id,
    token: token.id,
    note: note.id,
    view: view.id,
    tagBatch: batchId,
    ...rules,
    ...(await makeImports(owner, mark)),
    ...suggested,
    ...agreement,
  };
}

async function makeRules(owner: Context, thesis: string) {
  const rule = { thesis, expression: thesis, status: "paused" as const };
  const { id } = await createRule(owner, { ...rule, name: `${thesis} rule` });
  const { lastRun } = await applyRule(owner, {
    id: (await createRule(owner, { ...rule, name: `${thesis} run` })).id,
  });
  return { rule: id, ruleRun: lastRun?.id ?? "" };
}

async function makeImports(owner: Context, mark: string) {
  const header = { columns: ["title"], mapping: { title: "title" }, ignored: [] };
  const { id: importRunId } = await beginImport(owner, { ...header, name: `${mark} arriving` });
  const content = `title\n${mark} imported\n`;
  const answer = await importNewsText(owner, { name: mark, format: "csv", content });
  const doneRun = "run" in answer ? answer.run.id : "";
  await finishRun(owner, importRun, doneRun);
  return { importRun: importRunId, doneRun };
}

async function makeAgreement(workspace: TestWorkspace, mark: string) {
  const partner = workspace.as("partner");
  const drawFor = (role: Role, from?: string) =>
    drawRound(partner, { reader: workspace.userOf(role).id, size: 1, from });
  const [only] = await tasksAfter(drawFor("analyst"), workspace.as("analyst"));
  const { id: disagreement } = await readTask(workspace.as("analyst"), { id: only ?? "", tags: [] });
  // `news` must not be among what is being read: its tags would be hidden from tokens.
  const later = "2024-02-17";
  for (const number of [2, 3])
    await createNews(partner, {
      title: `${mark} ${number}`,
      publishedAt: `${later}T00:00:00Z`,
      tags: [{ thesis: mark }],
    });
  const [task] = await tasksAfter(drawFor("owner", later), workspace.as("owner"));
  const round = await drawFor("admin", later);
  return { round: round.id, task: task ?? "", disagreement };
}

async function tasksAfter(drawn: Promise<unknown>, reader: Context): Promise<string[]> {
  await drawn;
  return (await listTasks(reader, {})).data.map(({ id }) => id);
}

async function makeSuggestion(owner: Context, mark: string) {
  const name = `${mark}-suggested`;
  const thesis = await createThesis(owner, { slug: name, name, statement: name, keywords: [name] });
  for (;;) {
    const { id } = await createNews(owner, { title: name, publishedAt: "2024-02-17" });
    // One in ten never shows suggestions.
    if (!isHeldOut(id)) return { suggestedNews: id, suggestedThesis: thesis.id };
  }
}

/** Every id and every telling name of the fixture: none of them may appear in another workspace's answers. */
export function marksOf(fixture: Fixture): string[] {
  const { workspace, ...ids } = fixture;
  return [workspace.workspaceId, workspace.slug, ...Object.values(ids)];
}
