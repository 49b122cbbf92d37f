import { createServer } from "node:net";
import { seedDemo } from "@/prisma/seed/demo";
import { type Embedded, startEmbedded } from "@/server/db/embedded";
import { migrate } from "@/server/db/migrate";
import { env, publicUrl } from "@/server/env";
import { dataDir, orSayWhy, sessionSecret } from "./environment";
import { onlyOne } from "./lock";
import { supervise } from "./supervise";

const say = (line: string) => process.stdout.write(`${line}\n`);

class StartRefused extends Error {}

await orSayWhy(async () => {
  const own = Boolean(process.env.DATABASE_URL);
  // The embedded database brings its own address and secret; both must be there before the configuration is read.
  if (!own) process.env.NEXTAUTH_SECRET ||= sessionSecret();
  await refuseTakenPort();
  const embedded = own ? null : await embeddedDatabase();
  const url = env().DATABASE_URL;
  const applied = await migrate(url);
  if (applied.length > 0) say(`Database migrated (${applied.join(", ")}).`);
  const account = own ? null : await seedDemo({ databaseUrl: url });

  const children = supervise(["web", "worker"], {
    onReady: () => announce(account),
    onGivenUp: async () => {
      await embedded?.stop();
      process.exit(1);
    },
  });
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      say("Stopping …");
      await children.stop();
      await embedded?.stop();
      process.exit(0);
    });
  }
});

async function embeddedDatabase(): Promise<Embedded> {
  say("Starting the database …");
  const embedded = await startEmbedded(dataDir());
  process.env.DATABASE_URL = embedded.url;
  if (!(await onlyOne(embedded.url))) {
    throw new StartRefused(
      `Throughline is already running on the data in ${dataDir()}. Stop that one first, or name another folder with THROUGHLINE_DATA_DIR.`,
    );
  }
  return embedded;
}

/** Said before anything is started, so that a taken port leaves nothing to clean up. */
async function refuseTakenPort(): Promise<void> {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port)) return;
  const taken = await new Promise<boolean>((resolve) => {
    const probe = createServer().once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRINUSE"),
    );
    probe.listen(port, process.env.HOST || "127.0.0.1", () => probe.close(() => resolve(false)));
  });
  if (taken)
    throw new StartRefused(
      `Port ${port} is taken by another program. Stop that one, or start with PORT=<another number>.`,
    );
}

function announce(account: { email: string; password: string } | null): void {
  say("");
  say(`Throughline is running: ${publicUrl()}`);
  if (account) {
    say(`Sign in with   ${account.email}`);
    say(`password       ${account.password}   (shown this once; change it under Account)`);
  } else if (!process.env.DATABASE_URL) {
    say("Sign in with the account you made.");
  }
  say("Stop with Ctrl-C.");
}
