import type { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import type { QueryContext } from "@/server/operation";
import { bilingualSql } from "@/server/sql/json";
import { NewsCompanies } from "../schema";

/** SQL of a JSON array with the companies the news item `item` (an alias) is about. Shape: NewsCompany[]. */
export function newsCompaniesSql(item: string): Prisma.Sql {
  const i = Prisma.raw(item);
  return Prisma.sql`coalesce((
    SELECT json_agg(json_build_object('id', c.id, 'name', ${bilingualSql("c", "name")},
             'words', coalesce(m.words, '{}'), 'found', coalesce(m.status = 'found', false)) ORDER BY c.sort_name, c.id)
    FROM news_company AS nc JOIN company AS c ON c.workspace_id = nc.workspace_id AND c.id = nc.company_id
    LEFT JOIN news_mention AS m ON m.workspace_id = nc.workspace_id AND m.news_item_id = nc.news_item_id
      AND m.company_id = nc.company_id
    WHERE nc.workspace_id = ${i}.workspace_id AND nc.news_item_id = ${i}.id), '[]')`;
}

export async function newsCompanies(ctx: QueryContext, id: string): Promise<z.output<typeof NewsCompanies>> {
  const found = await row(
    ctx.tx,
    NewsCompanies,
    Prisma.sql`SELECT ${newsCompaniesSql("i")} AS companies FROM news_item AS i
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ${id}::uuid`,
  );
  if (!found) throw notFound("news item");
  return found;
}

/** What the audit calls a news item; NOT_FOUND when it is not in this workspace. */
export async function newsTitle(ctx: QueryContext, id: string): Promise<string> {
  const item = await ctx.tx.newsItem.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { title: true },
  });
  if (!item) throw notFound("news item");
  return item.title;
}
