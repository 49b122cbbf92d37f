import { connect } from "@/server/record/record";
import { companyRecord } from "./companies/record";
import { dealRecord } from "./deals/record";
import { feedRecord } from "./feeds/record";
import { newsRecord } from "./news/record";
import { runRecord } from "./runs/record";
import { storyRecord } from "./stories/record";
import { thesisRecord } from "./theses/record";
import { auditRecord, invitationRecord, memberRecord, tokenRecord } from "./workspaces/record";

/** All records that can be listed and filtered, each knowing the others. */
export const records = connect({
  audit: auditRecord,
  companies: companyRecord,
  deals: dealRecord,
  feeds: feedRecord,
  invitations: invitationRecord,
  members: memberRecord,
  news: newsRecord,
  runs: runRecord,
  stories: storyRecord,
  theses: thesisRecord,
  tokens: tokenRecord,
});
