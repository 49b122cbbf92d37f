import { termsVersion } from "@/lib/text/search-terms";
import { Prisma } from "@/server/db/client";
import { startJob } from "@/server/jobs/start-job";
import { startIndexing } from "../commands";

/** A worker that starts looks whether texts anywhere were indexed by another version of the tokenizer than its own. */
export const indexUnindexedJob = startJob({
  name: "search.indexUnindexed",
  as: "search",
  due: Prisma.sql`SELECT workspace_id FROM door_unindexed_workspaces(${termsVersion}::int)`,
  start: (context) => startIndexing(context, {}),
});
