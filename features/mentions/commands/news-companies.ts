import { notFound } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { newsCompanies, newsTitle } from "../queries/news-companies";
import { LinkCompany, NewsCompanies } from "../schema";
import { rememberDecision } from "./mentions";

export const linkCompany = command({
  name: "news.linkCompany",
  summary: "Say that a news item is about a company",
  allow: "news:write",
  http: { method: "PUT", path: "/news/{id}/companies/{company}" },
  input: LinkCompany,
  output: NewsCompanies,
  run: async (ctx, { id, company }) => {
    const title = await newsTitle(ctx, id);
    if (await link(ctx, id, company)) {
      await rememberDecision(ctx, id, company, "confirmed");
      ctx.audit({ entity: "news", entityId: id, label: title, changes: { company: [null, company] } });
    }
    return newsCompanies(ctx, id);
  },
});

export const unlinkCompany = command({
  name: "news.unlinkCompany",
  summary: "Say that a news item is not about a company after all",
  allow: "news:write",
  http: { method: "DELETE", path: "/news/{id}/companies/{company}" },
  input: LinkCompany,
  output: NewsCompanies,
  run: async (ctx, { id, company }) => {
    const title = await newsTitle(ctx, id);
    const { count } = await ctx.tx.newsCompany.deleteMany({
      where: { workspaceId: ctx.workspaceId, newsItemId: id, companyId: company },
    });
    if (count === 0) throw notFound("company on this news item");
    await rememberDecision(ctx, id, company, "rejected");
    ctx.audit({ entity: "news", entityId: id, label: title, changes: { company: [company, null] } });
    return newsCompanies(ctx, id);
  },
});

/** Says that an item is about a company; false when that was said already. NOT_FOUND for a company of nobody here. */
export async function link(ctx: CommandContext, newsItemId: string, companyId: string): Promise<boolean> {
  const company = await ctx.tx.company.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: companyId } },
    select: { id: true },
  });
  if (!company) throw notFound("company");
  const { count } = await ctx.tx.newsCompany.createMany({
    data: [{ workspaceId: ctx.workspaceId, newsItemId, companyId }],
    skipDuplicates: true,
  });
  return count > 0;
}
