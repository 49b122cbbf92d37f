import { newId } from "@/server/ids";
import { Maker } from "./maker";
import type { Company, Data, Deal, Feed, News, Tag, Thesis } from "./stored-data";

type Given = Pick<Data, "facets" | "stages"> & { members: readonly [string, ...string[]]; now: Date };
type Size = { news: number; companies: number; deals: number };

/** News, companies and deals of a workspace, and the theses, feeds and people they name; the same for the same seed. */
export function makeData(seed: number, given: Given, size: Size): Data {
  const make = new Maker(seed, given.now);
  const theses = makeTheses(make, given);
  const feeds = Array.from(
    { length: 6 },
    (_, at): Feed => ({
      id: newId(),
      title: `${make.phrase(2)} ${at}`,
      url: `https://feed${at}.example/${seed}`,
      // Both are there: a filter that names another one is refused.
      folder: ["AI", "Chips"][at] ?? make.maybe(() => make.one(["AI", "Chips"])),
      failures: make.below(3),
      created: make.instant(),
      language: make.maybe(() => make.one(["en", "zh", "zh-CN"])),
    }),
  );
  const tags = (): Tag[] => make.some(theses, 2).map((thesis) => tagOf(make, thesis, given));
  const companies = Array.from({ length: size.companies }, (_, at) => companyOf(make, at, tags));
  const someCompany = () => companies[make.below(companies.length)]?.id ?? "";
  const deals = Array.from({ length: size.deals }, () => dealOf(make, someCompany(), given, tags));
  const news = Array.from(
    { length: size.news },
    (): News => ({
      id: newId(),
      title: make.phrase(4),
      text: make.maybe(() => make.phrase(5)) ?? "",
      url: make.maybe(() => `https://x.example/${newId()}`),
      author: make.maybe(() => make.phrase(2)),
      source: make.maybe(() => make.phrase(1)),
      kind: make.one(["article", "paper", "release", "round", "launch", "policy", "hire"]),
      language: make.one(["en", "zh", "fr"]),
      feed: make.maybe(() => feeds[make.below(feeds.length)]?.id ?? null),
      companies: make.maybe(() => [...new Set([someCompany(), someCompany()])]) ?? [],
      published: make.instant(),
      seen: make.instant(),
      doubtful: make.below(4) === 0,
      tags: tags(),
    }),
  );
  return { ...given, theses, feeds, companies, deals, news };
}

function makeTheses(make: Maker, { facets, members }: Given): Thesis[] {
  const made: Thesis[] = [];
  for (const [at, slug] of ["agents", "moe", "visual", "evals", "chips", "robots"].entries())
    made.push({
      id: newId(),
      slug,
      nameEn: `${slug} ${make.phrase(1)}`,
      nameZh: make.phrase(2),
      facet: facets[make.below(facets.length)]?.id ?? "",
      // evals is a part of agents, and chips of evals.
      parent: { 3: made[0]?.id, 4: made[3]?.id }[at] ?? null,
      owner: make.maybe(() => make.one(members)),
      keywords: make.some(["sora", "robot", "模型"], 2),
      updated: make.instant(),
    });
  return made;
}

function tagOf(make: Maker, { id }: Thesis, { members }: Given): Tag {
  return {
    thesis: id,
    stance: make.one(["for", "against", "neutral"]),
    strength: 1 + make.below(3),
    origin: make.one(["person", "rule", "import"]),
    by: make.maybe(() => make.one(members)),
    taggedAt: make.instant(),
  };
}

function companyOf(make: Maker, at: number, tags: () => Tag[]): Company {
  const nameEn = make.maybe(() => make.phrase(2));
  return {
    id: newId(),
    nameEn,
    nameZh: nameEn === null ? make.phrase(2) : make.maybe(() => make.phrase(2)),
    formerNames: make.some(["quartz one", "视频"], 1),
    aliases: make.some(["sora", "café 2"], 1),
    // As with folders, for those that filters name.
    domain: make.maybe(() => `company${at}.example`) ?? (at < 8 ? `company${at}.example` : null),
    country: make.maybe(() => make.one(["CN", "US", "FR"])),
    stage: make.maybe(() => make.one(["sourced", "closed", "seed"])),
    foundedYear: make.maybe(() => make.below(8)),
    description: make.maybe(() => make.phrase(3)),
    created: make.instant(),
    updated: make.instant(),
    tags: tags(),
  };
}

function dealOf(make: Maker, company: string, { stages, members }: Given, tags: () => Tag[]): Deal {
  const amount = make.maybe(() => `${make.below(9)}.${make.one(["00", "50", "10"])}`);
  return {
    id: newId(),
    company,
    stage: stages[make.below(stages.length)]?.id ?? "",
    round: make.maybe(() => make.one(["Seed", "Series A", "sora"])),
    amount,
    currency: amount === null ? null : make.one(["USD", "CNY"]),
    owner: make.maybe(() => make.one(members)),
    lead: make.maybe(() => make.phrase(1)),
    coInvestors: make.some(["sora capital", "Quartz"], 2),
    nextStep: make.maybe(() => make.phrase(2)),
    confidential: make.below(5) === 0,
    opened: make.instant().slice(0, 10),
    enteredStage: make.instant(),
    created: make.instant(),
    updated: make.instant(),
    tags: tags(),
  };
}
