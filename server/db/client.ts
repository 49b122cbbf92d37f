import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/server/env";
import { Prisma, PrismaClient } from "./generated/client";

export { Prisma };
export type Tx = Prisma.TransactionClient;

/** The role every connection of the application works as. It owns no table, so row-level security binds it. */
const appRole = "throughline_app";

type Holder = { throughlineDb?: PrismaClient };
// Kept on globalThis so that a development server that reloads modules keeps one pool.
const holder: Holder = globalThis as Holder;

const names = new Map<string, string>();
/** Questions differ by which filters are set, which is few; beyond this something puts values into its text. */
const maxNames = 500;

/**
 * A name makes the server keep a question's plan on the connection: planning a list through row-level security takes as long
 * as answering it. Short statements are planned in no time and stay nameless ("").
 */
function statementName({ sql }: { sql: string }): string {
  if (sql.length < 200) return "";
  const known = names.get(sql);
  if (known !== undefined || names.size >= maxNames) return known ?? "";
  const name = `q${createHash("sha256").update(sql).digest("hex").slice(0, 24)}`;
  names.set(sql, name);
  return name;
}

/** The application's client, made on first use. Only `server/` may call it; features get `ctx.tx`. */
export function db(): PrismaClient {
  holder.throughlineDb ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        // The driver sends and reads times without their offset, so the session must be in UTC whatever zone the server has.
        options: `-c role=${appRole} -c timezone=UTC`,
        max: 10,
        application_name: "throughline",
      },
      { statementNameGenerator: statementName },
    ),
  });
  return holder.throughlineDb;
}

export async function disconnectDb(): Promise<void> {
  await holder.throughlineDb?.$disconnect();
  holder.throughlineDb = undefined;
}
