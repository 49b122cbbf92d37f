import { z } from "zod";
import { jobContext } from "@/server/contexts";
import { db } from "@/server/db/client";
import { placeItems } from "./commands/place";

const most = 500;
const PlaceJob = z.object({ workspaceId: z.uuid(), ids: z.array(z.uuid()).max(most) });

/** The handler of the queue story.place: items that came in, or say something else than before. Running twice changes nothing. */
export async function placeItemsJob(data: unknown): Promise<void> {
  const { workspaceId, ids } = PlaceJob.parse(data);
  await placeItems(await jobContext(workspaceId, "stories"), { ids });
}

const Unplaced = z.object({ workspace_id: z.uuid(), news_item_id: z.uuid() });

/**
 * Places what was stored before there were stories, `most` at a time, until nothing is left or `goesOn` says no. Asked across
 * workspaces through the one door there is for it.
 */
export async function placeUnplaced(goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    const found = await db().$queryRaw<
      unknown[]
    >`SELECT workspace_id, news_item_id FROM door_unplaced_news(${most}::int)`;
    const waiting = found.map((row) => Unplaced.parse(row));
    if (waiting.length === 0) return;
    for (const workspaceId of new Set(waiting.map((one) => one.workspace_id))) {
      const own = waiting.filter((one) => one.workspace_id === workspaceId);
      await placeItemsJob({ workspaceId, ids: own.map((one) => one.news_item_id) });
    }
  }
}
