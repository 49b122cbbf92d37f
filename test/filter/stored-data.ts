import { Prisma } from "@/server/db/client";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { newId } from "@/server/ids";
import type { TestWorkspace } from "../database/workspace";

/** Rows of a workspace that are in the database, too: what is made here can be matched in memory and asked by SQL. */

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
export type Named = { id: string; slug: string };
export type Data = {
  news: News[];
  companies: Company[];
  deals: Deal[];
  feeds: Feed[];
  theses: Thesis[];
  facets: Named[];
  stages: (Named & { kind: string; pipelineId: string })[];
};

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const words = ["sora", "robot", "quartz", "模型", "视频", "İstanbul", "ＭｏＥ", "café"];

export class Maker {
  private readonly random: () => number;
  constructor(
    seed: number,
    private readonly now: Date,
  ) {
    this.random = randomFrom(seed);
  }
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
  one<T>(all: readonly [T, ...T[]]): T {
    return all[this.below(all.length)] ?? all[0];
  }
  some<T>(all: readonly T[], most: number): T[] {
    const count = this.below(most + 1);
    return all.filter(() => this.random() < count / Math.max(all.length, 1));
  }
  maybe<T>(make: () => T): T | null {
    return this.random() < 0.3 ? null : make();
  }
  phrase(most: number): string {
    return Array.from({ length: 1 + this.below(most) }, () => this.one(["sora", ...words])).join(" ");
  }
  /** Mostly of late, and some of it in the hours around midnight. */
  instant(): string {
    const days = this.one([0, 1, 5, 20, 60, 400, 1500] as const) * this.random();
    return new Date(this.now.getTime() - Math.round(days * 86_400_000)).toISOString();
  }
}

export async function store({ workspaceId }: TestWorkspace, data: Data): Promise<void> {
  const owner = ownerDb(env().DATABASE_URL);
  const run = (sql: Prisma.Sql) => owner.$executeRaw(sql);
  const json = (value: unknown) => Prisma.sql`${JSON.stringify(value)}::jsonb`;
  const ws = Prisma.sql`${workspaceId}::uuid`;
  await run(Prisma.sql`
    INSERT INTO thesis (workspace_id, id, facet_id, slug, color, position, owner_id, name_en, name_zh, statement_en, statement_zh, keywords, updated_at)
    SELECT ${ws}, r.id, r.facet, r.slug, 0, 0, r.owner, r."nameEn", r."nameZh", 'x', 'x', r.keywords, r.updated FROM jsonb_to_recordset(${json(data.theses)})
      AS r (id uuid, facet uuid, slug text, owner uuid, "nameEn" text, "nameZh" text, keywords text[], updated timestamptz)`);
  await run(Prisma.sql`
    UPDATE thesis AS t SET parent_id = r.parent FROM jsonb_to_recordset(${json(data.theses)}) AS r (id uuid, parent uuid)
    WHERE t.workspace_id = ${ws} AND t.id = r.id AND r.parent IS NOT NULL`);
  await run(Prisma.sql`
    INSERT INTO feed (workspace_id, id, url, title, folder, failure_count, language, created_at)
    SELECT ${ws}, r.id, r.url, r.title, r.folder, r.failures, r.language, r.created FROM jsonb_to_recordset(${json(data.feeds)})
      AS r (id uuid, url text, title text, folder text, failures int, language text, created timestamptz)`);
  await run(Prisma.sql`
    INSERT INTO company (workspace_id, id, name_en, name_zh, former_names, aliases, domain, country, stage, founded_year,
      description_en, created_at, updated_at)
    SELECT ${ws}, r.id, r."nameEn", r."nameZh", r."formerNames", r.aliases, r.domain, r.country, r.stage, r."foundedYear",
      r.description, r.created, r.updated FROM jsonb_to_recordset(${json(data.companies)})
      AS r (id uuid, "nameEn" text, "nameZh" text, "formerNames" text[], aliases text[], domain text, country text, stage text,
            "foundedYear" int, description text, created timestamptz, updated timestamptz)`);
  await run(Prisma.sql`
    INSERT INTO deal (workspace_id, id, company_id, pipeline_id, stage_id, round, amount, currency, owner_id, lead, co_investors,
      next_step, confidential, opened_on, stage_entered_at, created_at, updated_at)
    SELECT ${ws}, r.id, r.company, s.pipeline_id, r.stage, r.round, r.amount, r.currency, r.owner, r.lead, r."coInvestors",
      r."nextStep", r.confidential, r.opened, r."enteredStage", r.created, r.updated FROM jsonb_to_recordset(${json(data.deals)})
      AS r (id uuid, company uuid, stage uuid, round text, amount numeric, currency text, owner uuid, lead text,
            "coInvestors" text[], "nextStep" text, confidential boolean, opened date, "enteredStage" timestamptz,
            created timestamptz, updated timestamptz)
    JOIN stage AS s ON s.workspace_id = ${ws} AND s.id = r.stage`);
  await run(Prisma.sql`
    INSERT INTO news_item (workspace_id, id, feed_id, source_key, source_name, url, title, text, kind, language, author,
      published_at, first_seen_at, date_stated)
    SELECT ${ws}, r.id, r.feed, r.id::text, r.source, r.url, r.title, r.text, r.kind::"NewsKind", r.language, r.author,
      r.published, r.seen, NOT r.doubtful FROM jsonb_to_recordset(${json(data.news)})
      AS r (id uuid, feed uuid, source text, url text, title text, text text, kind text, language text, author text,
            published timestamptz, seen timestamptz, doubtful boolean)`);
  await run(Prisma.sql`
    INSERT INTO news_company (workspace_id, news_item_id, company_id)
    SELECT ${ws}, r.id, c::uuid FROM jsonb_to_recordset(${json(data.news)}) AS r (id uuid, companies text[]), unnest(r.companies) AS c`);
  for (const [table, all] of [
    ["news_tag", data.news],
    ["company_tag", data.companies],
    ["deal_tag", data.deals],
  ] as const) {
    const tags = all.flatMap(({ id, tags: own }) => own.map((tag) => ({ ...tag, subject: id, id: newId() })));
    const date =
      table === "news_tag" ? [Prisma.sql`, published_at`, Prisma.sql`, now()`] : [Prisma.empty, Prisma.empty];
    await run(Prisma.sql`
      INSERT INTO ${Prisma.raw(table)} (workspace_id, id, subject_id, thesis_id, stance, strength, origin, actor_name, actor_id,
        recorded_at ${date[0] ?? Prisma.empty})
      SELECT ${ws}, r.id, r.subject, r.thesis, r.stance::"Stance", r.strength, r.origin::"TagOrigin", 'x', r.by, r."taggedAt"
        ${date[1] ?? Prisma.empty} FROM jsonb_to_recordset(${json(tags)})
        AS r (id uuid, subject uuid, thesis uuid, stance text, strength smallint, origin text, by uuid, "taggedAt" timestamptz)`);
  }
  await owner.$executeRawUnsafe("ANALYZE");
  await owner.$disconnect();
}
