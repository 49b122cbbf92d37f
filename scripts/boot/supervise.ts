import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";

type Hooks = { onReady(): void; onGivenUp(): void };

const stopWithin = 15_000;

/** Seconds until a process that died is started again; the last one from then on. */
const delays = [1, 2, 4, 8, 16, 32, 60];

/** One that ran this long had recovered: its next death is a first one again. */
const recovered = 120_000;

/** glibc keeps what was freed, and an arena of it for each thread; bound like this it gives some 50 MB back. */
const allocator = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_TRIM_THRESHOLD_: "131072",
  MALLOC_MMAP_THRESHOLD_: "131072",
};

/**
 * V8 collects late on a large machine; these bounds (MB, old and young generation) keep both small on a laptop. The worker's
 * leaves room for the largest document the guarded client lets in.
 */
const heapFlags: Record<string, string[]> = {
  web: ["--max-old-space-size=256", "--max-semi-space-size=4"],
  worker: ["--max-old-space-size=384", "--max-semi-space-size=2"],
};

/**
 * Runs the programs of dist/ as children. Each gets a channel to us: when we are killed it closes, and they end. One that
 * dies is started again, later each time; one that dies before it was ever ready gives up for all, having said why.
 */
export function supervise(names: string[], hooks: Hooks): { stop(): Promise<void> } {
  const children = new Map<string, ChildProcess>();
  const neverReady = new Set(names);
  let stopping = false;

  const start = (name: string, deaths: number) => {
    const child = fork(path.resolve("dist", `${name}.js`), [], {
      execArgv: heapFlags[name] ?? [],
      env: { ...allocator, ...process.env, NODE_ENV: "production" },
      // A group of its own: Ctrl-C reaches us alone, and we stop them in order.
      detached: true,
    });
    children.set(name, child);
    const startedAt = Date.now();
    child.on("message", () => {
      if (neverReady.delete(name) && neverReady.size === 0) hooks.onReady();
    });
    child.on("exit", (code, signal) => {
      if (stopping) return;
      if (neverReady.has(name)) return hooks.onGivenUp();
      const before = Date.now() - startedAt > recovered ? 0 : deaths;
      const delay = delays[Math.min(before, delays.length - 1)] ?? 60;
      process.stderr.write(
        `The ${name} process ended (${signal ?? code}) and is started again in ${delay} s.\n`,
      );
      setTimeout(() => stopping || start(name, before + 1), delay * 1000);
    });
  };

  for (const name of names) start(name, 0);
  return {
    stop: async () => {
      stopping = true;
      await Promise.all([...children.values()].map(stopChild));
    },
  };
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
