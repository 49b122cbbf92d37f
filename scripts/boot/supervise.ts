import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";

type Hooks = { onReady(): void; onGivenUp(): Promise<void> };

/** A process that dies this often in a row is not going to recover by being started again. */
const mostRestarts = 5;
const stopWithin = 15_000;

/**
 * Runs the programs of dist/ as children. Each gets a channel to us: when we are killed it closes, and they end. One that
 * dies is started again after 1, 2, 4 … seconds; one that dies five times in a row, or before it was ever ready, ends all.
 */
export function supervise(names: string[], hooks: Hooks): { stop(): Promise<void> } {
  const children = new Map<string, ChildProcess>();
  const waiting = new Set(names);
  let stopping = false;

  const start = (name: string, failures: number) => {
    const child = fork(path.resolve("dist", `${name}.js`), [], {
      execArgv: ["--enable-source-maps"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    children.set(name, child);
    const startedAt = Date.now();
    let ready = false;
    child.on("message", () => {
      ready = true;
      if (waiting.delete(name) && waiting.size === 0) hooks.onReady();
    });
    child.on("exit", (code, signal) => {
      if (stopping) return;
      const inARow = Date.now() - startedAt > 60_000 ? 1 : failures + 1;
      if (!ready || inARow >= mostRestarts) {
        stopping = true;
        void stopAll().then(hooks.onGivenUp);
        return;
      }
      process.stderr.write(`The ${name} process ended (${signal ?? code}) and is started again.\n`);
      setTimeout(() => stopping || start(name, inARow), 1000 * 2 ** (inARow - 1));
    });
  };

  const stopAll = async () => {
    stopping = true;
    await Promise.all([...children.values()].map(stopChild));
  };

  for (const name of names) start(name, 0);
  return { stop: stopAll };
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill("SIGKILL"), stopWithin);
    child.once("exit", () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
