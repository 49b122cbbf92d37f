/**
 * The message namespaces and, through the English files, their keys and arguments. A file `messages/en/deals.json` is the
 * namespace "deals": add its line here, and a wrong key fails the type check. `messages/messages.test.ts` finds a missing line.
 */
export type AppMessages = {
  agreement: typeof import("@/messages/en/agreement.json");
  auth: typeof import("@/messages/en/auth.json");
  common: typeof import("@/messages/en/common.json");
  companies: typeof import("@/messages/en/companies.json");
  deals: typeof import("@/messages/en/deals.json");
  errors: typeof import("@/messages/en/errors.json");
  fields: typeof import("@/messages/en/fields.json");
  notes: typeof import("@/messages/en/notes.json");
  filter: typeof import("@/messages/en/filter.json");
  overview: typeof import("@/messages/en/overview.json");
  rules: typeof import("@/messages/en/rules.json");
  runs: typeof import("@/messages/en/runs.json");
  settings: typeof import("@/messages/en/settings.json");
  shell: typeof import("@/messages/en/shell.json");
  stories: typeof import("@/messages/en/stories.json");
  suggestions: typeof import("@/messages/en/suggestions.json");
  tags: typeof import("@/messages/en/tags.json");
  theses: typeof import("@/messages/en/theses.json");
  trends: typeof import("@/messages/en/trends.json");
  feeds: typeof import("@/messages/en/feeds.json");
  news: typeof import("@/messages/en/news.json");
  views: typeof import("@/messages/en/views.json");
};
