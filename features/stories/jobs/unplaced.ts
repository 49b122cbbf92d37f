import { Prisma } from "@/server/db/client";
import { startJob } from "@/server/jobs/start-job";
import { startPlacing } from "../commands/start-placing";

/** A worker that starts looks whether items lie unplaced anywhere: their event was lost, or they are older than stories. */
export const placeUnplacedJob = startJob({
  name: "story.placeUnplaced",
  as: "stories",
  due: Prisma.sql`SELECT workspace_id FROM door_unplaced_workspaces()`,
  start: (context) => startPlacing(context, {}),
});
