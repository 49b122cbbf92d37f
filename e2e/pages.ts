import { api } from "./product";

/** Every page of the product, with one real item for those that show one. */
export async function allPages(): Promise<string[]> {
  const first = async (path: string) =>
    (await api<{ data: { id: string }[] }>("GET", `${path}limit=1`)).data[0]?.id ?? "";
  const [news, company, deal, passed, feed, run, rule] = await Promise.all([
    first("/news?to=2025-01-01&"),
    first("/companies?"),
    first("/deals?"),
    first("/deals?stage=passed&"),
    first("/feeds?"),
    first("/runs?"),
    api<{ data: { id: string }[] }>("GET", "/rules").then(({ data }) => data[0]?.id ?? ""),
  ]);
  return [
    "",
    "/inbox",
    "/inbox?view=dismissed",
    "/news",
    "/news?untagged=true",
    "/news?q=nothing-has-this-word",
    `/news/${news}`,
    `/news/${news}/edit`,
    "/news/new",
    "/news/import",
    "/news/bookmarklet",
    "/feeds",
    "/feeds/new",
    "/feeds/import?list=starting",
    `/feeds/${feed}`,
    "/theses",
    "/suggestions",
    "/rules",
    "/rules/new",
    "/rules/synonyms",
    `/rules/${rule}`,
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
    `/deals/${passed}/edit`,
    "/trends",
    "/trends?measure=share&bucket=month",
    "/agreement",
    "/agreement/read",
    "/agreement/disagreements",
    "/settings",
    "/settings/members",
    "/settings/tokens",
    "/settings/account",
    "/settings/activity",
    "/settings/runs",
    `/settings/runs/${run}`,
    "/nowhere",
  ].map((path) => `/w/demo${path}`);
}

export const emptyPages = [
  "",
  "/inbox",
  "/news",
  "/feeds",
  "/theses",
  "/suggestions",
  "/rules",
  "/companies",
  "/deals",
  "/deals?view=board",
  "/trends",
  "/agreement",
  "/settings/tokens",
  "/settings/activity",
  "/settings/runs",
].map((path) => `/w/empty${path}`);

/** `invitation`: a link that still works. */
export const signedOutPages = (invitation: string) => [
  "/sign-in",
  "/sign-in?error=RATE_LIMITED",
  "/sign-in?reset=done",
  "/forgot-password",
  "/reset-password/nobodys",
  "/invitation/nobodys",
  invitation,
  "/nowhere",
];
