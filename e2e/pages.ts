import { api } from "./product";

type Page<T> = { data: T[] };

/** Every page of the product, with one real item for those that show one. */
export async function allPages(): Promise<string[]> {
  const first = async (path: string) =>
    (await api<Page<{ id: string }>>("GET", `${path}?limit=1`)).data[0]?.id ?? "";
  const [news, company, deal, feed] = await Promise.all([
    first("/news"),
    first("/companies"),
    first("/deals"),
    first("/feeds"),
  ]);
  return [
    "",
    "/news",
    "/news?untagged=true",
    "/news?q=nothing-has-this-word",
    `/news/${news}`,
    `/news/${news}/edit`,
    "/news/new",
    "/feeds",
    "/feeds/new",
    "/feeds/import",
    `/feeds/${feed}`,
    "/theses",
    "/theses/new",
    "/theses/open-source-moe",
    "/theses/open-source-moe/edit",
    "/companies",
    "/companies/new",
    `/companies/${company}`,
    `/companies/${company}/edit`,
    "/deals",
    "/deals?view=board",
    "/deals/new",
    `/deals/${deal}`,
    `/deals/${deal}/edit`,
    "/trends",
    "/trends?measure=share&bucket=month",
    "/settings",
    "/settings/members",
    "/settings/tokens",
    "/settings/account",
    "/settings/activity",
    "/nowhere",
  ].map((path) => `/w/demo${path}`);
}

export const emptyPages = [
  "",
  "/news",
  "/feeds",
  "/theses",
  "/companies",
  "/deals",
  "/deals?view=board",
  "/trends",
].map((path) => `/w/empty${path}`);

export const signedOutPages = [
  "/sign-in",
  "/forgot-password",
  "/reset-password/nobodys",
  "/invitation/nobodys",
];
