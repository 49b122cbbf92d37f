import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { tsquerySql } from "@/server/sql/search";
import { type Mentioning, mentionFinder, type NamedCompany } from "../domain/company-names";
import { searchedForms } from "../domain/name-forms";
import { newsCompanies, newsTitle } from "../queries/news-companies";
import { FindMentions, LinkCompany, MentionsFound, NewsCompanies, RenamedCompany } from "../schema";

export const findMentions = command({
  name: "news.findMentions",
  summary: "Link items that came in or changed to the companies they mention",
  allow: "news:write",
  input: FindMentions,
  output: MentionsFound,
  run: async (ctx, { ids }) => {
    ctx.unaudited();
    const items = await itemsById(ctx, ids);
    const companies = items.length === 0 ? [] : await namedCompanies(ctx, Prisma.sql`true`);
    return saveMentions(ctx, items, companies);
  },
});

/** A word that half the items hold is no name to look for backwards. */
const maxStored = 2000;

export const findMentionsOf = command({
  name: "news.findMentionsOf",
  summary: "Link stored items to a company that is new or goes by another name",
  allow: "news:write",
  input: RenamedCompany,
  output: MentionsFound,
  run: async (ctx, { id }) => {
    ctx.unaudited();
    const companies = await namedCompanies(ctx, Prisma.sql`c.id = ${id}::uuid`);
    if (companies.length === 0) throw notFound("company");
    const names = new Set(companies.flatMap((company) => company.names.flatMap(searchedForms)));
    const found = new Set<string>();
    for (const name of names) for (const itemId of await itemsWith(ctx, name)) found.add(itemId);
    // Others may have longer names around this one: Google is not found in Google DeepMind.
    const all = found.size === 0 ? [] : await namedCompanies(ctx, Prisma.sql`true`);
    return saveMentions(ctx, await itemsById(ctx, [...found]), all, id);
  },
});

const Found = z.object({ id: z.string() });

/** Items whose text has the name, through the text index; none when the name is in too many to be one. */
async function itemsWith(ctx: CommandContext, name: string): Promise<string[]> {
  const found = await rows(
    ctx.tx,
    Found,
    Prisma.sql`SELECT id FROM door_search_news(${tsquerySql(name)}, ${maxStored}::int)`,
  );
  return found.length > maxStored ? [] : found.map(({ id }) => id);
}

const Company = z.object({ id: z.string(), names: z.array(z.string()), domain: z.string().nullable() });

function namedCompanies(ctx: CommandContext, which: Prisma.Sql): Promise<NamedCompany[]> {
  return rows(
    ctx.tx,
    Company,
    Prisma.sql`SELECT c.id, array_remove(ARRAY[c.name_en, c.name_zh] || c.former_names || c.aliases, NULL) AS names, c.domain
      FROM company AS c WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND ${which}`,
  );
}

const Item = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string().nullable(),
});

function itemsById(ctx: CommandContext, ids: readonly string[]): Promise<(Mentioning & { id: string })[]> {
  return rows(
    ctx.tx,
    Item,
    Prisma.sql`SELECT i.id, i.title, left(i.text, 20000) AS text, i.url FROM news_item AS i
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY(${ids}::uuid[])`,
  );
}

/**
 * Writes down what is mentioned and links it. A mention somebody decided on, and a link made by hand, stay as they are; the
 * words of one that stands are brought up to date. Running again changes nothing. With `only`, that company's alone.
 */
async function saveMentions(
  ctx: CommandContext,
  items: readonly (Mentioning & { id: string })[],
  companies: readonly NamedCompany[],
  only?: string,
): Promise<{ linked: number }> {
  const find = mentionFinder(companies);
  const found = items.flatMap((item) =>
    find(item)
      .filter(({ companyId }) => only === undefined || companyId === only)
      .map((mention) => ({ newsId: item.id, ...mention })),
  );
  if (found.length === 0) return { linked: 0 };
  const done = await row(
    ctx.tx,
    z.object({ linked: z.number().int() }),
    Prisma.sql`
      WITH g AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS g ("newsId" uuid, "companyId" uuid, words text[])),
      fresh AS (
        INSERT INTO news_mention AS m (workspace_id, news_item_id, company_id, words, status, updated_at)
        SELECT ${ctx.workspaceId}::uuid, g."newsId", g."companyId", g.words,
               CASE WHEN EXISTS (SELECT 1 FROM news_company AS n WHERE n.workspace_id = ${ctx.workspaceId}::uuid
                 AND n.news_item_id = g."newsId" AND n.company_id = g."companyId") THEN 'confirmed' ELSE 'found' END::"MentionStatus",
               ${ctx.now} FROM g
        ON CONFLICT (workspace_id, news_item_id, company_id) DO UPDATE SET words = excluded.words, updated_at = excluded.updated_at
          WHERE m.words <> excluded.words
        RETURNING m.news_item_id, m.company_id, m.status),
      linked AS (
        INSERT INTO news_company (workspace_id, news_item_id, company_id)
        SELECT ${ctx.workspaceId}::uuid, news_item_id, company_id FROM fresh WHERE status = 'found'
        ON CONFLICT DO NOTHING RETURNING 1)
      SELECT count(*)::int AS linked FROM linked`,
  );
  return done ?? { linked: 0 };
}

export const confirmCompany = command({
  name: "news.confirmCompany",
  summary: "Say that a company found in a news item is rightly linked",
  allow: "news:write",
  http: { method: "POST", path: "/news/{id}/companies/{company}/confirm" },
  input: LinkCompany,
  output: NewsCompanies,
  run: async (ctx, { id, company }) => {
    const title = await newsTitle(ctx, id);
    const { count } = await ctx.tx.newsMention.updateMany({
      where: {
        workspaceId: ctx.workspaceId,
        newsItemId: id,
        companyId: company,
        status: { not: "rejected" },
      },
      data: { status: "confirmed", decidedBy: ctx.actor.name, updatedAt: ctx.now },
    });
    if (count === 0) throw notFound("company found in this news item");
    ctx.audit({ entity: "news", entityId: id, label: title, changes: { companyConfirmed: [null, company] } });
    return newsCompanies(ctx, id);
  },
});

/** What a person says of a link by hand, remembered: the machine does not say otherwise again. */
export async function rememberDecision(
  ctx: CommandContext,
  newsItemId: string,
  companyId: string,
  status: "confirmed" | "rejected",
): Promise<void> {
  const key = { workspaceId: ctx.workspaceId, newsItemId, companyId };
  const decision = { status, decidedBy: ctx.actor.name, updatedAt: ctx.now };
  await ctx.tx.newsMention.upsert({
    where: { workspaceId_newsItemId_companyId: key },
    create: { ...key, words: [], ...decision },
    update: decision,
  });
}
