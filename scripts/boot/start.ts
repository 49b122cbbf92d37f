import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { startEmbedded, stopEmbedded } from "@/server/db/embedded";
import { env, parseEnv, publicUrl } from "@/server/env";
import { dataDir, exitWithMessage, sessionSecret } from "./environment";
import { type Account, passwordWasShown, unshownPassword } from "./first-password";
import { portProblem } from "./port";
import { supervise } from "./supervise";

// npm start, once everything is installed and built: database, migrations, demo, web and worker; all of it ends with us.

const say = (line: string) => process.stdout.write(`${line}\n`);

class StartRefused extends Error {}

/** What was started, to be stopped in the opposite order. */
const toStop: (() => Promise<void>)[] = [];
let ending: Promise<void> | undefined;

function end(code: number): Promise<void> {
  ending ??= (async () => {
    for (const stop of toStop.reverse()) await stop();
    process.exit(code);
  })();
  return ending;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!ending) say("Stopping …");
    void end(0);
  });
}

await exitWithMessage(async () => {
  try {
    await start();
  } catch (error) {
    // What we are stopping ourselves fails in many ways, none of them worth a word.
    if (ending) return await ending;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    await end(1);
  }
});

async function start(): Promise<void> {
  const embedded = !process.env.DATABASE_URL;
  if (embedded) await startDatabase();
  else await checkConfiguration(process.env);
  env();
  // A server of your own is never given demo data.
  await makeReady(embedded ? ["--demo"] : []);
  if (ending) return;
  const account = embedded ? unshownPassword() : null;
  say("Starting the web server and the worker …");
  const children = supervise(["web", "worker"], {
    onReady: () => announce(account),
    onGivenUp: () => void end(1),
  });
  toStop.push(children.stop);
}

/** Migrates and seeds; a failure has been said by the time this throws. */
async function makeReady(options: string[]): Promise<void> {
  const child = fork(path.resolve("dist/make-ready.js"), options, { env: process.env });
  const over = once(child, "exit");
  toStop.push(async () => {
    child.kill();
    await over;
  });
  const [code] = await over;
  if (code !== 0 && !ending) await end(1);
}

async function startDatabase(): Promise<void> {
  process.env.NEXTAUTH_SECRET ||= sessionSecret();
  // Its address is known once it runs; everything else is checked before.
  await checkConfiguration({ ...process.env, DATABASE_URL: "postgresql://127.0.0.1/" });
  say("Starting the database …");
  toStop.push(() => stopEmbedded(dataDir()));
  const { url, stop } = await startEmbedded(dataDir(), (startedAgain) => {
    process.stderr.write("The database ended unexpectedly and is started again.\n");
    startedAgain.catch((error: Error) => {
      process.stderr.write(`${error.message}\n`);
      void end(1);
    });
  });
  toStop.splice(0, 1, stop);
  process.env.DATABASE_URL = url;
}

/** Said before anything is started, so that a wrong value or a taken port leaves nothing to clean up. */
async function checkConfiguration(values: NodeJS.ProcessEnv): Promise<void> {
  const { HOST, PORT } = parseEnv(values);
  const problem = await portProblem(HOST, PORT);
  if (problem) throw new StartRefused(problem);
}

function announce(account: Account | null): void {
  const lines = ["", `Throughline is running: ${publicUrl()}`];
  if (account) {
    lines.push(`Sign in with   ${account.email}`);
    lines.push(`password       ${account.password}   (shown this once; change it under Account)`);
  } else {
    lines.push("Sign in with your account.");
  }
  say([...lines, "Stop with Ctrl-C.", ""].join("\n"));
  if (account) passwordWasShown();
}
