import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

/**
 * A client that works as the owner of the tables, whom row-level security does not bind: for what must happen before
 * there is a workspace to be in (the command line, the seed, the tests). The caller disconnects it.
 */
export function ownerDb(databaseUrl: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: databaseUrl,
      // As in client.ts: the driver sends and reads times without their offset.
      options: "-c timezone=UTC",
      max: 2,
      application_name: "throughline-owner",
    }),
  });
}
