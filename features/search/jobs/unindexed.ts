import { z } from "zod";
import { termsVersion } from "@/lib/text/search-terms";
import { db } from "@/server/db/client";
import { job } from "@/server/jobs/job";
import { startIndexing } from "../commands";

/** A worker that starts looks whether texts anywhere were indexed by another version of the tokenizer than its own. */
export const indexUnindexedJob = job({
  name: "search.indexUnindexed",
  as: "search",
  on: [],
  payload: z.object({}),
  due: { when: "start", find: workspaces },
  queue: { retryLimit: 2, retryDelay: 30, expireInSeconds: 120 },
  waitsFor: "database",
  run: async (context) => {
    await startIndexing(context, {});
  },
});

const Workspace = z.object({ workspace_id: z.uuid() });

async function workspaces() {
  const found = await db().$queryRaw<
    unknown[]
  >`SELECT workspace_id FROM door_unindexed_workspaces(${termsVersion}::int)`;
  return found.map((row) => ({ data: { workspaceId: Workspace.parse(row).workspace_id } }));
}
