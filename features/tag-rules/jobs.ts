import { z } from "zod";
import { jobContext } from "@/server/contexts";
import { runStep } from "./commands/runs";
import { tagItems } from "./commands/tag-by-rules";

const TagJob = z.object({ workspaceId: z.uuid(), ids: z.array(z.uuid()).max(500) });

/** The handler of the queue rule.tag: items that came in, or say something else than before. Running twice changes nothing. */
export async function tagByRulesJob(data: unknown): Promise<void> {
  const { workspaceId, ids } = TagJob.parse(data);
  await tagItems(await jobContext(workspaceId, "rules"), { ids });
}

const RunJob = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

/** The handler of the queue rule.run. Each step is a transaction of its own; cut off, it goes on where it was. */
export async function runRuleJob(data: unknown): Promise<void> {
  const { workspaceId, runId } = RunJob.parse(data);
  const context = await jobContext(workspaceId, "rules");
  while ((await runStep({ ...context, now: new Date() }, { id: runId })).goesOn);
}
