import { z } from "zod";
import { db } from "@/server/db/client";
import { job } from "@/server/jobs/job";
import { startPlacing } from "../commands/start-placing";

/** A worker that starts looks whether items lie unplaced anywhere: their event was lost, or they are older than stories. */
export const placeUnplacedJob = job({
  name: "story.placeUnplaced",
  as: "stories",
  on: [],
  payload: z.object({}),
  due: { when: "start", find: workspaces },
  queue: { retryLimit: 2, retryDelay: 30, expireInSeconds: 120 },
  waitsFor: "database",
  run: async (context) => {
    await startPlacing(context, {});
  },
});

const Workspace = z.object({ workspace_id: z.uuid() });

async function workspaces() {
  const found = await db().$queryRaw<unknown[]>`SELECT workspace_id FROM door_unplaced_workspaces()`;
  return found.map((row) => ({ data: { workspaceId: Workspace.parse(row).workspace_id } }));
}
