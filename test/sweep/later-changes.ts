import { createCompany, updateCompany } from "@/features/companies/commands";
import { createDeal, moveDeal, updateDeal } from "@/features/deals/commands/deals";
import { updateFeed } from "@/features/feeds/commands/feeds";
import { storeFetch } from "@/features/feeds/commands/store-fetch";
import { undoImportRun } from "@/features/imports/jobs/undo";
import { triage } from "@/features/inbox/commands/triage";
import { confirmCompany } from "@/features/mentions/commands/mentions";
import { linkCompany, unlinkCompany } from "@/features/mentions/commands/news-companies";
import { storeFullText } from "@/features/news/commands/full-text";
import { createNews, updateNews } from "@/features/news/commands/news-items";
import { undoRun } from "@/features/runs/commands/runs";
import { joinStory, splitStory } from "@/features/stories/commands/decide";
import { tagMany, undoBatch } from "@/features/tags/commands/batches";
import { tagCompany, tagDeal, tagNews, untagCompany, untagNews } from "@/features/tags/commands/tags";
import { createThesis, updateThesis } from "@/features/theses/commands";
import type { Context } from "@/server/context";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { finishRun } from "@/server/jobs/runs/finish-run";
import type { Fixture } from "./fixture";

const old = "2024-02-10T00:00:00Z";

function item(sourceKey: string, title: string) {
  const said = { url: `https://${sourceKey}.example/`, title, html: `<p>${title}</p>`, text: title };
  return { ...said, sourceKey, author: null, language: "en", publishedAt: old };
}

/** What the site of the fixture's feed answers. */
export async function fetched(ctx: Context, of: Fixture, ...titles: string[]): Promise<void> {
  await storeFetch(ctx, {
    id: of.feed,
    url: `http://127.0.0.1:1/${of.thesisSlug}`,
    outcome: {
      kind: "document",
      permanentUrl: null,
      etag: titles.join(),
      lastModified: null,
      keepFor: null,
      title: null,
      siteUrl: null,
      language: null,
      items: titles.map((title, place) => item(`fetched-${place}`, title)),
    },
  });
}

/** What no command says. */
export async function bySql(ctx: Context, statement: string): Promise<void> {
  const db = ownerDb(env().DATABASE_URL);
  try {
    await db.$transaction([
      db.$executeRaw`SELECT set_config('app.now', ${ctx.now.toISOString()}, true)`,
      db.$executeRawUnsafe(statement.replaceAll("$ws", `workspace_id = '${ctx.workspaceId}'`)),
    ]);
  } finally {
    await db.$disconnect();
  }
}

/** Everything that can be said later about what was known, each on what the one before left. Some say it was so before. */
export const laterChanges: Record<string, (ctx: Context, of: Fixture) => Promise<unknown>> = {
  "an item published before comes": (ctx, { thesisSlug, company }) =>
    createNews(ctx, {
      title: "only-here late",
      publishedAt: old,
      url: "https://late.example/",
      tags: [{ thesis: thesisSlug, stance: "against" }],
      companies: [company],
    }),
  "a feed's item is another, and one more comes": (ctx, of) => fetched(ctx, of, "Said otherwise", "One more"),
  "an import is undone": async (ctx, { doneRun }) => {
    const { run } = await undoRun(ctx, { id: doneRun });
    await finishRun(ctx, undoImportRun, run.id);
  },
  "an item is corrected": (ctx, { news }) =>
    updateNews(ctx, { id: news, title: "Corrected", publishedAt: "2024-03-03T23:00:00Z", kind: "paper" }),
  "an item's text is fetched": (ctx, { retelling }) =>
    storeFullText(ctx, { id: retelling, html: "<p>Whole</p>", text: "The whole text" }),
  "a tag says the contrary": (ctx, { news, thesis }) =>
    tagNews(ctx, { id: news, thesis, stance: "against", strength: 3, note: "after all" }),
  "a tag goes": (ctx, { news, thesis }) => untagNews(ctx, { id: news, thesis }),
  "what nobody tagged is tagged": (ctx, { retelling, suggestedThesis }) =>
    tagNews(ctx, { id: retelling, thesis: suggestedThesis, stance: "neutral" }),
  "many are tagged, and it is undone": async (ctx, { news, retelling, thesis }) => {
    const { batchId } = await tagMany(ctx, { ids: [news, retelling], put: [{ thesis, stance: "for" }] });
    await undoBatch(ctx, { id: batchId });
  },
  "a story is split": (ctx, { news, retelling }) => splitStory(ctx, { id: news, item: retelling }),
  "a story is joined": (ctx, { news, suggestedNews }) => joinStory(ctx, { id: suggestedNews, item: news }),
  "an item is triaged": (ctx, { suggestedNews }) => triage(ctx, { ids: [suggestedNews], dismissed: true }),
  "a company is unlinked": (ctx, { news, company }) => unlinkCompany(ctx, { id: news, company }),
  "a company is linked": (ctx, { news, company }) => linkCompany(ctx, { id: news, company }),
  "a mention is confirmed": (ctx, { news, company }) => confirmCompany(ctx, { id: news, company }),
  "a company is renamed": (ctx, { company }) =>
    updateCompany(ctx, {
      id: company,
      name: { en: "Renamed", zh: "新名" },
      country: "CN",
      stage: "Series B",
    }),
  "a company comes": (ctx, { thesisSlug }) =>
    createCompany(ctx, { name: "Aaa", tags: [{ thesis: thesisSlug }] }),
  "a company's tag goes": async (ctx, { company, thesis, suggestedThesis }) => {
    await tagCompany(ctx, { id: company, thesis: suggestedThesis, stance: "for" });
    await untagCompany(ctx, { id: company, thesis });
  },
  "a deal is edited": (ctx, { deal, workspace }) =>
    updateDeal(ctx, {
      id: deal,
      nextStep: "sign",
      ownerId: workspace.userOf("partner").id,
      amount: { value: 5_000_000, currency: "USD" },
      openedOn: "2023-12-24",
    }),
  "a deal moves": (ctx, { deal }) => moveDeal(ctx, { id: deal, stage: "passed", reason: "too dear" }),
  "a deal's tag says the contrary": (ctx, { deal, thesis }) =>
    tagDeal(ctx, { id: deal, thesis, stance: "against", strength: 1 }),
  "a deal comes, opened before": (ctx, { company, thesisSlug }) =>
    createDeal(ctx, {
      companyId: company,
      stage: "first-call",
      openedOn: "2024-01-02",
      theses: [{ thesis: thesisSlug }],
    }),
  "a thesis is worded anew, as if before": (ctx, { thesis }) =>
    updateThesis(ctx, {
      id: thesis,
      name: "Renamed",
      statement: "Another",
      validFrom: "2024-01-01",
      color: 7,
      keywords: ["another"],
    }),
  "a thesis retires": (ctx, { suggestedThesis, workspace }) =>
    updateThesis(ctx, { id: suggestedThesis, status: "retired", ownerId: workspace.userOf("analyst").id }),
  "a thesis becomes part of another": (ctx, { thesis, suggestedThesis }) =>
    bySql(ctx, `UPDATE thesis SET parent_id = '${thesis}' WHERE $ws AND id = '${suggestedThesis}'`),
  "a thesis comes": (ctx) =>
    createThesis(ctx, { name: "Later", statement: "Later", validFrom: "2024-01-01" }),
  "a feed is renamed": (ctx, { feed }) => updateFeed(ctx, { id: feed, title: "Renamed", folder: "Moved" }),
  "a person takes another name": (ctx, { workspace }) =>
    bySql(ctx, `UPDATE app_user SET name = 'Renamed' WHERE id = '${workspace.userOf("partner").id}'`),
  "a stage is renamed": (ctx) =>
    bySql(ctx, "UPDATE stage SET name_en = 'Renamed', slug = slug || '-2' WHERE $ws"),
  "a pipeline is renamed": (ctx) => bySql(ctx, "UPDATE pipeline SET name_en = 'Renamed' WHERE $ws"),
  "a facet is renamed": (ctx) =>
    bySql(ctx, "UPDATE facet SET name_en = 'Renamed', position = 9 - position WHERE $ws"),
  "a claim is worded anew": (ctx) => bySql(ctx, "UPDATE claim SET statement_en = 'Another' WHERE $ws"),
  "a claim loses its element": (ctx) => bySql(ctx, "DELETE FROM claim_element WHERE $ws"),
};
