import { Prisma } from "@/server/db/client";
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
  /** The table of what is tagged. */
  carrier: "news_item" | "company" | "deal";
  /** SQL of what the carrier `s` is called in the audit. */
  label: Prisma.Sql;
  read: Permission;
  /** NOT_FOUND when it is not in this workspace (or not for this role's eyes). */
  mustExist(ctx: QueryContext, id: string): Promise<void>;
};

export const subjects: Record<Subject, SubjectRules> = {
  news: {
    noun: "news item",
    path: "news",
    table: "news_tag",
    carrier: "news_item",
    label: Prisma.sql`s.title`,
    read: "news:read",
    mustExist: async (ctx, id) => {
      if (!(await ctx.tx.newsItem.findUnique(byId(ctx, id)))) throw notFound("news item");
    },
  },
  company: {
    noun: "company",
    path: "companies",
    table: "company_tag",
    carrier: "company",
    label: Prisma.sql`coalesce(s.name_en, s.name_zh, '')`,
    read: "company:read",
    mustExist: async (ctx, id) => {
      if (!(await ctx.tx.company.findUnique(byId(ctx, id)))) throw notFound("company");
    },
  },
  deal: {
    noun: "deal",
    path: "deals",
    table: "deal_tag",
    carrier: "deal",
    label: Prisma.sql`(SELECT coalesce(c.name_en, c.name_zh, '') FROM company AS c
      WHERE c.workspace_id = s.workspace_id AND c.id = s.company_id)`,
    read: "deal:read",
    mustExist: async (ctx, id) => {
      if (!(await ctx.tx.deal.findUnique(byId(ctx, id)))) throw notFound("deal");
    },
  },
};

function byId(ctx: QueryContext, id: string) {
  return {
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { id: true },
  } as const;
}
