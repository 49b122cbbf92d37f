import type { Prisma } from "@/server/db/generated/client";

/** A transaction of the tables' owner: the seed writes before there is a workspace to be in. */
export type Owner = Prisma.TransactionClient;

/** Who everything of the demo is said to come from. */
export const demoActor = "Demo data";
