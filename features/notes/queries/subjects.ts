import { thesisOf } from "@/features/theses/queries";
import { notFound } from "@/server/errors";
import { isUuid } from "@/server/ids";
import type { QueryContext } from "@/server/operation";
import type { Permission } from "@/server/permissions";
import type { NoteSubject } from "../schema";

type About = { newsItemId: string } | { companyId: string } | { dealId: string } | { thesisId: string };

type SubjectOfNotes = {
  /** As the audit and operations name it. */
  entity: "news" | "company" | "deal" | "thesis";
  noun: string;
  read: Permission;
  column: "news_item_id" | "company_id" | "deal_id" | "thesis_id";
  about(id: string): About;
  /** Its id and what it is called; NOT_FOUND when it is not here, or not for this role's eyes. */
  find(ctx: QueryContext, ref: string): Promise<{ id: string; label: string }>;
};

export const subjectsOfNotes: Record<NoteSubject, SubjectOfNotes> = {
  news: {
    entity: "news",
    noun: "news item",
    read: "news:read",
    column: "news_item_id",
    about: (id) => ({ newsItemId: id }),
    find: async (ctx, ref) => {
      const found = await ctx.tx.newsItem.findFirst({
        where: { workspaceId: ctx.workspaceId, id: idOf(ref, "news item") },
        select: { id: true, title: true },
      });
      if (!found) throw notFound("news item");
      return { id: found.id, label: found.title };
    },
  },
  companies: {
    entity: "company",
    noun: "company",
    read: "company:read",
    column: "company_id",
    about: (id) => ({ companyId: id }),
    find: async (ctx, ref) => {
      const found = await ctx.tx.company.findFirst({
        where: { workspaceId: ctx.workspaceId, id: idOf(ref, "company") },
        select: { id: true, nameEn: true, nameZh: true },
      });
      if (!found) throw notFound("company");
      return { id: found.id, label: found.nameEn ?? found.nameZh ?? "" };
    },
  },
  deals: {
    entity: "deal",
    noun: "deal",
    read: "deal:read",
    column: "deal_id",
    about: (id) => ({ dealId: id }),
    find: async (ctx, ref) => {
      const found = await ctx.tx.deal.findFirst({
        where: { workspaceId: ctx.workspaceId, id: idOf(ref, "deal") },
        select: { id: true, companyId: true },
      });
      if (!found) throw notFound("deal");
      const { label } = await subjectsOfNotes.companies.find(ctx, found.companyId);
      return { id: found.id, label };
    },
  },
  theses: {
    entity: "thesis",
    noun: "thesis",
    read: "thesis:read",
    column: "thesis_id",
    about: (id) => ({ thesisId: id }),
    find: async (ctx, ref) => {
      const thesis = await thesisOf(ctx, ref);
      return { id: thesis.id, label: thesis.slug };
    },
  },
};

function idOf(ref: string, noun: string): string {
  if (!isUuid(ref)) throw notFound(noun);
  return ref.toLowerCase();
}
