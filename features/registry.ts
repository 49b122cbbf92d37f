import type { AnyOperation } from "@/server/operation/types";
import * as agreementReadingCommands from "./agreement/commands/readings";
import * as agreementRoundCommands from "./agreement/commands/rounds";
import * as agreementSettleCommands from "./agreement/commands/settle";
import * as disagreementQueries from "./agreement/queries/disagreements";
import * as agreementRoundQueries from "./agreement/queries/rounds";
import * as agreementTaskQueries from "./agreement/queries/tasks";
import * as companyCommands from "./companies/commands";
import * as companyQueries from "./companies/queries";
import * as dealCommands from "./deals/commands";
import * as boardQueries from "./deals/queries/board";
import * as dealQueries from "./deals/queries/deals";
import * as dealMoveQueries from "./deals/queries/moves";
import * as pipelineQueries from "./deals/queries/pipelines";
import * as feedCommands from "./news/commands/feeds";
import * as fetchStateCommands from "./news/commands/fetch-state";
import * as fullTextCommands from "./news/commands/full-text";
import * as importCommands from "./news/commands/import-news";
import * as mentionCommands from "./news/commands/mentions";
import * as newsCompanyCommands from "./news/commands/news-companies";
import * as newsCommands from "./news/commands/news-items";
import * as opmlCommands from "./news/commands/opml";
import * as previewCommands from "./news/commands/previews";
import * as refreshCommands from "./news/commands/refresh-feed";
import * as fetchCommands from "./news/commands/store-fetch";
import * as storeImportedCommands from "./news/commands/store-imported";
import * as triageCommands from "./news/commands/triage";
import * as feedQueries from "./news/queries/feeds";
import * as inboxQueries from "./news/queries/inbox";
import * as newsItemQueries from "./news/queries/news-item";
import * as newsListQueries from "./news/queries/news-list";
import * as overviewQueries from "./overview/queries";
import * as searchQueries from "./search/queries";
import * as storyDecideCommands from "./stories/commands/decide";
import * as storyPlaceCommands from "./stories/commands/place";
import * as storyQueries from "./stories/queries/stories";
import * as suggestionAnswers from "./suggestions/commands/answers";
import * as suggestionTraining from "./suggestions/commands/train-models";
import * as judgedNews from "./suggestions/queries/judged-news";
import * as modelReports from "./suggestions/queries/model-reports";
import * as suggestionQueries from "./suggestions/queries/suggestions";
import * as trainingDue from "./suggestions/queries/training-due";
import * as ruleCommands from "./tag-rules/commands/rules";
import * as ruleRunCommands from "./tag-rules/commands/runs";
import * as ruleTagCommands from "./tag-rules/commands/tag-by-rules";
import * as ruleDryRun from "./tag-rules/queries/dry-run";
import * as ruleQueries from "./tag-rules/queries/rules";
import * as tagBatchCommands from "./tags/commands/batches";
import * as tagCommands from "./tags/commands/tags";
import * as tagQueries from "./tags/queries";
import * as thesisCommands from "./theses/commands";
import * as thesisQueries from "./theses/queries";
import * as trendQueries from "./trends/queries";
import * as invitationCommands from "./workspaces/commands/invitations";
import * as memberCommands from "./workspaces/commands/members";
import * as tokenCommands from "./workspaces/commands/tokens";
import * as workspaceCommands from "./workspaces/commands/workspace";
import * as workspaceQueries from "./workspaces/queries";

const modules: Record<string, unknown>[] = [
  workspaceQueries,
  workspaceCommands,
  memberCommands,
  invitationCommands,
  tokenCommands,
  thesisQueries,
  thesisCommands,
  newsListQueries,
  inboxQueries,
  triageCommands,
  mentionCommands,
  fullTextCommands,
  importCommands,
  storeImportedCommands,
  newsItemQueries,
  newsCommands,
  newsCompanyCommands,
  feedQueries,
  feedCommands,
  refreshCommands,
  fetchCommands,
  fetchStateCommands,
  previewCommands,
  opmlCommands,
  companyQueries,
  companyCommands,
  pipelineQueries,
  dealQueries,
  boardQueries,
  dealMoveQueries,
  dealCommands,
  tagQueries,
  tagCommands,
  storyQueries,
  storyPlaceCommands,
  storyDecideCommands,
  tagBatchCommands,
  ruleQueries,
  ruleDryRun,
  ruleCommands,
  ruleTagCommands,
  ruleRunCommands,
  agreementRoundQueries,
  agreementTaskQueries,
  disagreementQueries,
  agreementRoundCommands,
  agreementReadingCommands,
  agreementSettleCommands,
  trendQueries,
  overviewQueries,
  searchQueries,
  suggestionQueries,
  suggestionAnswers,
  judgedNews,
  trainingDue,
  suggestionTraining,
  modelReports,
];

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === "function" && "call" in value && "allow" in value && "kind" in value;
}

/** Every operation the features export: what REST, OpenAPI and the generated tests go through. */
export const operations: readonly AnyOperation[] = modules.flatMap((module) =>
  Object.values(module).filter(isOperation),
);
