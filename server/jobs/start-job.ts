import { z } from "zod";
import type { Context } from "@/server/context";
import { db, type Prisma } from "@/server/db/client";
import { type Job, job } from "./job";

const Workspace = z.object({ workspace_id: z.uuid() });

/** Work that a worker which starts looks for in every workspace. `due`: SQL of the workspaces (workspace_id) that have some. */
export function startJob({
  name,
  as,
  due,
  start,
}: {
  name: string;
  as: string;
  due: Prisma.Sql;
  start: (context: Context) => Promise<unknown>;
}): Job {
  const find = async () => {
    const found = await db().$queryRaw<unknown[]>(due);
    return found.map((row) => ({ data: { workspaceId: Workspace.parse(row).workspace_id } }));
  };
  return job({
    name,
    as,
    on: [],
    payload: z.object({}),
    due: { when: "start", find },
    queue: { retryLimit: 2, retryDelay: 30, expireInSeconds: 120 },
    waitsFor: "database",
    run: async (context) => {
      await start(context);
    },
  });
}
