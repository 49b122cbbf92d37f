import { z } from "zod";
import { jobContext } from "@/server/contexts";
import { AppError } from "@/server/errors";
import { log } from "@/server/log";
import { trainModels } from "./commands/train-models";
import { trainingDue } from "./queries/training-due";

const Job = z.object({ workspaceId: z.uuid() });

/** Workspaces this worker is learning for: many tags at once are one reason to learn, not many. */
const learning = new Set<string>();

/** The handler of the queue suggestion.train: learns anew when people said enough since the last time, else does nothing. */
export async function trainModelsJob(data: unknown): Promise<void> {
  const { workspaceId } = Job.parse(data);
  if (learning.has(workspaceId)) return;
  learning.add(workspaceId);
  try {
    const context = await jobContext(workspaceId, "suggestions");
    if (!(await trainingDue(context, {})).due) return;
    const { number, examples } = await trainModels(context, {});
    log.info({ workspaceId, number, examples }, "models trained");
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return;
    throw error;
  } finally {
    learning.delete(workspaceId);
  }
}
