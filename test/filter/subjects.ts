import type { Subject } from "@/lib/filter/match";
import type { Company, Data, Deal, Feed, News, Tag, Thesis } from "./stored-data";

type Person = { id: string; name: string; email: string; role: string; joinedAt: string };
type Values = Record<string, unknown>;

/** The rows as the in-memory match reads them, each knowing its related ones. */
export function subjectsOf(data: Data, people: readonly Person[]) {
  const known = new Map<object, Subject>();
  const once = <T extends object>(row: T, make: (row: T) => Subject): Subject => {
    const before = known.get(row);
    if (before) return before;
    const made = make(row);
    known.set(row, made);
    return made;
  };
  const byId = <T extends { id: string }>(all: readonly T[]) => {
    const map = new Map(all.map((one) => [one.id, one]));
    return (ids: readonly (string | null)[]) => ids.flatMap((id) => (id ? (map.get(id) ?? []) : []));
  };
  const [newsOf, companiesOf, dealsOf] = [grouped(data.news), grouped(data.companies), grouped(data.deals)];
  const find = {
    companies: byId(data.companies),
    feeds: byId(data.feeds),
    theses: byId(data.theses),
    people: byId(people),
    stages: byId(data.stages),
  };
  const newsByCompany = lookup(data.news.flatMap((one) => one.companies.map((id) => [id, one] as const)));
  const newsByFeed = lookup(data.news.flatMap((one) => (one.feed ? [[one.feed, one] as const] : [])));
  const dealsByCompany = lookup(data.deals.map((one) => [one.company, one] as const));

  const rowsOf = (tags: readonly Tag[]) => tags.map((tag) => once(tag, tagRow));
  const tagRow = ({ thesis, ...rest }: Tag) =>
    plain({ thesis, ...rest, facet: find.theses([thesis])[0]?.facet });
  const tagged = (tags: readonly Tag[]): Record<string, () => Subject[]> => ({
    thesis: () => find.theses(tags.map((tag) => tag.thesis)).map(thesis),
    by: () => find.people(tags.map((tag) => tag.by)).map(person),
  });
  const person = (one: Person): Subject =>
    once(one, ({ joinedAt, ...rest }) => plain({ ...rest, joined: joinedAt }));
  const thesis = (one: Thesis): Subject =>
    once(one, ({ nameEn, nameZh, keywords, ...rest }) =>
      plain(
        {
          ...rest,
          name: [nameEn, nameZh],
          keyword: keywords,
          statement: ["x", "x"],
          status: "active",
          color: 0,
          position: 0,
          q: [`${nameEn} ${nameZh} ${rest.slug}`],
        },
        {
          parent: () => find.theses([rest.parent]).map(thesis),
          owner: () => find.people([rest.owner]).map(person),
        },
      ),
    );
  const feed = (one: Feed): Subject =>
    once(one, (row) =>
      plain(
        {
          ...row,
          language: row.language?.split("-")[0],
          status: row.failures > 0 ? "failing" : "active",
          silent: false,
          q: [`${row.title} ${row.url}`],
        },
        { news: () => (newsByFeed.get(row.id) ?? []).map(news) },
      ),
    );
  const company = (one: Company): Subject =>
    once(one, ({ nameEn, nameZh, tags, ...row }) =>
      plain(
        {
          ...row,
          name: [nameEn, nameZh, ...row.formerNames, ...row.aliases],
          q: [[nameEn, nameZh, row.domain, ...row.formerNames, ...row.aliases].join(" ")],
        },
        {
          ...tagged(tags),
          news: () => (newsByCompany.get(row.id) ?? []).map(news),
          deals: () => (dealsByCompany.get(row.id) ?? []).map(deal),
        },
        rowsOf(tags),
      ),
    );
  const deal = (one: Deal): Subject =>
    once(one, ({ tags, coInvestors, amount, ...row }) => {
      const [stage] = find.stages([row.stage]);
      const [own] = find.companies([row.company]);
      return plain(
        {
          ...row,
          amount: amount === null ? null : Number(amount),
          coInvestor: coInvestors,
          pipeline: stage?.pipelineId,
          stageKind: stage?.kind,
          example: false,
          q: own && company(own).values("q"),
        },
        {
          ...tagged(tags),
          company: () => find.companies([row.company]).map(company),
          owner: () => find.people([row.owner]).map(person),
        },
        rowsOf(tags),
      );
    });
  const news = (one: News): Subject =>
    once(one, ({ tags, companies, ...row }) =>
      plain(
        { ...row, company: companies, q: [`${row.title} ${row.text}`] },
        {
          ...tagged(tags),
          company: () => find.companies(companies).map(company),
          feed: () => find.feeds([row.feed]).map(feed),
        },
        rowsOf(tags),
      ),
    );
  return { news: newsOf(news), companies: companiesOf(company), deals: dealsOf(deal) };
}

function grouped<T extends { id: string }>(all: readonly T[]) {
  return (make: (row: T) => Subject) => all.map((row) => ({ id: row.id, subject: make(row) }));
}

function lookup<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}

function plain(
  values: Values,
  related: Record<string, () => Subject[]> = {},
  rows?: readonly Subject[],
): Subject {
  const listed = new Map(Object.entries(values).map(([name, value]) => [name, scalars(value)]));
  return {
    values: (field) => listed.get(field) ?? [],
    related: (field) => related[field]?.() ?? [],
    ...(rows && { rows: () => rows }),
  };
}

function scalars(value: unknown): (string | number | boolean)[] {
  return [value]
    .flat()
    .filter((one) => typeof one === "string" || typeof one === "number" || typeof one === "boolean");
}
