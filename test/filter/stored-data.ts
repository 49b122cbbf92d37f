import { companyIndex } from "@/features/companies/record";
import { newsIndex } from "@/features/news/record";
import { Prisma } from "@/server/db/client";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { newId } from "@/server/ids";
import { indexRows } from "@/server/sql/search";
import type { TestWorkspace } from "../database/workspace";

/** Rows of a workspace, to be matched in memory and asked by SQL. */

export type Tag = {
  thesis: string;
  stance: string;
  strength: number;
  origin: string;
  by: string | null;
  taggedAt: string;
};
export type Tagged = { id: string; tags: Tag[] };
export type News = Tagged & {
  title: string;
  text: string;
  url: string | null;
  author: string | null;
  source: string | null;
  kind: string;
  language: string;
  feed: string | null;
  companies: string[];
  published: string;
  seen: string;
  doubtful: boolean;
};
export type Company = Tagged & {
  nameEn: string | null;
  nameZh: string | null;
  formerNames: string[];
  aliases: string[];
  domain: string | null;
  country: string | null;
  stage: string | null;
  foundedYear: number | null;
  description: string | null;
  created: string;
  updated: string;
};
export type Deal = Tagged & {
  company: string;
  stage: string;
  round: string | null;
  amount: string | null;
  currency: string | null;
  owner: string | null;
  lead: string | null;
  coInvestors: string[];
  nextStep: string | null;
  confidential: boolean;
  opened: string;
  enteredStage: string;
  created: string;
  updated: string;
};
export type Feed = {
  id: string;
  title: string;
  url: string;
  folder: string | null;
  failures: number;
  created: string;
  language: string | null;
};
export type Thesis = {
  id: string;
  slug: string;
  nameEn: string;
  nameZh: string;
  facet: string;
  parent: string | null;
  owner: string | null;
  keywords: string[];
  updated: string;
};
type Named = { id: string; slug: string };
export type Data = {
  news: News[];
  companies: Company[];
  deals: Deal[];
  feeds: Feed[];
  theses: Thesis[];
  facets: Named[];
  stages: (Named & { kind: string; pipelineId: string })[];
};

type Row = Readonly<Record<string, unknown>>;

export async function store({ workspaceId }: TestWorkspace, data: Data): Promise<void> {
  const owner = ownerDb(env().DATABASE_URL);
  /** The names of a row's values are its columns'. */
  const put = async (table: string, rows: readonly Row[]) => {
    const columns = Prisma.raw(Object.keys(rows[0] ?? {}).join(", "));
    await owner.$executeRaw`
      INSERT INTO ${Prisma.raw(table)} (workspace_id, ${columns}) SELECT ${workspaceId}::uuid, ${columns}
      FROM jsonb_populate_recordset(NULL::${Prisma.raw(table)}, ${JSON.stringify(rows)}::jsonb)`;
  };
  const pipelines = new Map(data.stages.map(({ id, pipelineId }) => [id, pipelineId]));
  await put("thesis", data.theses.map(thesisRow));
  await put("feed", data.feeds.map(feedRow));
  await put("company", data.companies.map(companyRow));
  await put(
    "deal",
    data.deals.map((deal) => ({ ...dealRow(deal), pipeline_id: pipelines.get(deal.stage) })),
  );
  await put("news_item", data.news.map(newsRow));
  await put(
    "news_company",
    data.news.flatMap(({ id, companies }) => companies.map((one) => ({ news_item_id: id, company_id: one }))),
  );
  await put(
    "news_tag",
    data.news.flatMap((one) => tagRows(one).map((tag) => ({ ...tag, published_at: one.published }))),
  );
  const here = { tx: owner, workspaceId };
  const ids = (all: readonly Tagged[]) => all.map(({ id }) => id);
  await indexRows(here, companyIndex, ids(data.companies));
  await indexRows(here, newsIndex, ids(data.news));
  await put("company_tag", data.companies.flatMap(tagRows));
  await put("deal_tag", data.deals.flatMap(tagRows));
  await owner.$executeRawUnsafe("ANALYZE");
  await owner.$disconnect();
}

const thesisRow = (one: Thesis): Row => ({
  id: one.id,
  facet_id: one.facet,
  parent_id: one.parent,
  slug: one.slug,
  color: 0,
  position: 0,
  owner_id: one.owner,
  name_en: one.nameEn,
  name_zh: one.nameZh,
  statement_en: "x",
  statement_zh: "x",
  keywords: one.keywords,
  updated_at: one.updated,
});

const feedRow = ({ failures, created, ...own }: Feed): Row => ({
  ...own,
  failure_count: failures,
  created_at: created,
});

const companyRow = (one: Company): Row => ({
  id: one.id,
  name_en: one.nameEn,
  name_zh: one.nameZh,
  former_names: one.formerNames,
  aliases: one.aliases,
  domain: one.domain,
  country: one.country,
  stage: one.stage,
  founded_year: one.foundedYear,
  description_en: one.description,
  created_at: one.created,
  updated_at: one.updated,
});

const dealRow = (one: Deal): Row => ({
  id: one.id,
  company_id: one.company,
  stage_id: one.stage,
  round: one.round,
  amount: one.amount,
  currency: one.currency,
  owner_id: one.owner,
  lead: one.lead,
  co_investors: one.coInvestors,
  next_step: one.nextStep,
  confidential: one.confidential,
  opened_on: one.opened,
  stage_entered_at: one.enteredStage,
  created_at: one.created,
  updated_at: one.updated,
});

const newsRow = (one: News): Row => ({
  id: one.id,
  feed_id: one.feed,
  source_key: one.id,
  source_name: one.source,
  url: one.url,
  title: one.title,
  text: one.text,
  kind: one.kind,
  language: one.language,
  author: one.author,
  published_at: one.published,
  first_seen_at: one.seen,
  date_stated: !one.doubtful,
});

const tagRows = ({ id, tags }: Tagged): Row[] =>
  tags.map((tag) => ({
    id: newId(),
    subject_id: id,
    thesis_id: tag.thesis,
    stance: tag.stance,
    strength: tag.strength,
    origin: tag.origin,
    actor_name: "x",
    actor_id: tag.by,
    recorded_at: tag.taggedAt,
  }));
