import { notFound } from "@/server/errors";
import type { QueryContext } from "@/server/operation";
import type { Permission } from "@/server/permissions";

/** What can carry a tag. */
export type Subject = "news" | "company" | "deal";

type SubjectRules = {
  noun: string;
  /** Its part of the REST path. */
  path: string;
  table: "news_tag" | "company_tag" | "deal_tag";
  read: Permission;
  /** What it is called in the audit; NOT_FOUND when it is not in this workspace (or not for this role's eyes). */
  mustExist(ctx: QueryContext, id: string): Promise<{ label: string; publishedAt?: Date }>;
};

export const subjects: Record<Subject, SubjectRules> = {
  news: {
    noun: "news item",
    path: "news",
    table: "news_tag",
    read: "news:read",
    mustExist: async (ctx, id) => {
      const item = await ctx.tx.newsItem.findUnique({
        where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
        select: { title: true, publishedAt: true },
      });
      if (!item) throw notFound("news item");
      return { label: item.title, publishedAt: item.publishedAt };
    },
  },
  company: {
    noun: "company",
    path: "companies",
    table: "company_tag",
    read: "company:read",
    mustExist: async (ctx, id) => ({ label: await companyName(ctx, id) }),
  },
  deal: {
    noun: "deal",
    path: "deals",
    table: "deal_tag",
    read: "deal:read",
    mustExist: async (ctx, id) => {
      const deal = await ctx.tx.deal.findUnique({
        where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
        select: { companyId: true },
      });
      if (!deal) throw notFound("deal");
      return { label: await companyName(ctx, deal.companyId) };
    },
  },
};

async function companyName(ctx: QueryContext, id: string): Promise<string> {
  const company = await ctx.tx.company.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { nameEn: true, nameZh: true },
  });
  if (!company) throw notFound("company");
  return company.nameEn ?? company.nameZh ?? "";
}
