import { z } from "zod";
import { jobContext } from "@/server/contexts";
import { findMentions, findMentionsOf } from "./commands/mentions";

const Arrived = z.object({ workspaceId: z.uuid(), ids: z.array(z.uuid()).max(500) });

/** The handler of the queue mention.find: items that came in or changed. Running twice changes nothing. */
export async function findMentionsJob(data: unknown): Promise<void> {
  const { workspaceId, ids } = Arrived.parse(data);
  await findMentions(await jobContext(workspaceId, "companies in news"), { ids });
}

const Named = z.object({ workspaceId: z.uuid(), id: z.uuid() });

/** The handler of the queue mention.company: a company that is new or goes by another name. */
export async function findCompanyJob(data: unknown): Promise<void> {
  const { workspaceId, id } = Named.parse(data);
  await findMentionsOf(await jobContext(workspaceId, "companies in news"), { id });
}
