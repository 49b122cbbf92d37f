import { readdirSync } from "node:fs";
import path from "node:path";
import type { Api } from "./workspace";

/** The id of the first row that a list of the API answers. */
type First = (list: string) => Promise<string>;

/** The pages of a workspace by what they are about; one that shows a thing is made with a real one of the demo. */
const about = {
  "the overview and the inbox": async () => [".", "inbox", "inbox?view=dismissed"],
  news: async (first: First) => {
    const item = await first("/news?to=2025-01-01&limit=1");
    return [
      ...["news", "news?untagged=true", "news?q=nothing-has-this-word", `news/${item}`, `news/${item}/edit`],
      ...["news/new", "news/import", "news/bookmarklet"],
    ];
  },
  feeds: async (first: First) => [
    ...["feeds", "feeds/new", "feeds/import?list=starting"],
    `feeds/${await first("/feeds?limit=1")}`,
  ],
  theses: async () => ["theses", "theses/new", "theses/open-source-moe", "theses/open-source-moe/edit"],
  "suggestions and rules": async (first: First) => [
    ...["suggestions", "rules", "rules/new", "rules/synonyms"],
    `rules/${await first("/rules")}`,
  ],
  companies: async (first: First) => {
    const company = await first("/companies?limit=1");
    return ["companies", "companies/new", `companies/${company}`, `companies/${company}/edit`];
  },
  deals: async (first: First) => [
    ...["deals", "deals?view=board", "deals/new", `deals/${await first("/deals?limit=1")}`],
    `deals/${await first("/deals?stage=passed&limit=1")}/edit`,
  ],
  trends: async () => ["trends", "trends?measure=share&bucket=month"],
  agreement: async () => ["agreement", "agreement/read", "agreement/disagreements"],
  settings: async () => [
    ...["settings", "settings/members", "settings/tokens", "settings/account", "settings/activity"],
    "settings/runs",
  ],
  "addresses that lead nowhere": async () => ["nowhere"],
};

type Topic = keyof typeof about;
export const topics = Object.keys(about) as Topic[];

/** The demo's pages about that. */
export function pagesAbout(topic: Topic, api: Api): Promise<string[]> {
  return about[topic](async (list) => (await api<{ data: { id: string }[] }>("GET", list)).data[0]?.id ?? "");
}

export async function allPages(api: Api): Promise<string[]> {
  return (await Promise.all(topics.map((topic) => pagesAbout(topic, api)))).flat();
}

/** Pages that look otherwise, or could break, where nothing is yet. */
export const emptyPages = [
  ...[".", "inbox", "news", "feeds", "theses", "suggestions", "rules", "companies", "deals"],
  ...["deals?view=board", "trends", "agreement", "settings/tokens", "settings/activity", "settings/runs"],
];

/** `invitation`: a link that still works. */
export const signedOutPages = (invitation: string) => [
  ...["/sign-in", "/sign-in?error=RATE_LIMITED", "/sign-in?reset=done", "/forgot-password"],
  ...["/reset-password/nobodys", "/invitation/nobodys", invitation, "/nowhere"],
];

/** Which of the pages that the router knows none of `paths` leads to. */
export function pagesLeftOut(paths: readonly string[]): string[] {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => path.dirname(file).split(path.sep))
    .map((folders) => folders.filter((folder) => folder !== "." && !/^\(.*\)$/.test(folder)));
  const leadsTo = (route: readonly string[], parts: readonly string[]) =>
    route.length === parts.length && route.every((part, at) => part.startsWith("[") || part === parts[at]);
  const dynamic = (route: readonly string[]) => route.filter((part) => part.startsWith("[")).length;
  // A page with a name of its own comes before one that takes any: news/new is not an item.
  const ranked = routes.toSorted((a, b) => dynamic(a) - dynamic(b));
  const reached = paths.map((one) => {
    const { pathname } = new URL(one, "http://any.test/w/any/");
    return ranked.find((route) => leadsTo(route, pathname.split("/").filter(Boolean)));
  });
  return routes.filter((route) => !reached.includes(route)).map((route) => `/${route.join("/")}`);
}
