// One long step of preparing (installing, building): it can be interrupted, leaves nothing running, and says that it goes on.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Progress goes to standard error: standard output belongs to what a command answers. */
export const say = (line) => process.stderr.write(`${line}\n`);

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Runs a program to its end and returns its exit code. `quiet`: what it says is shown only when it fails, and a line every
 * ten seconds tells that it still runs. Ends with everything it started when we are told to end.
 */
export async function step(command, args, { quiet = false, ...options } = {}) {
  const began = Date.now();
  const child = spawn(command, args, {
    ...options,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    // A group of its own, so that what it started can be ended with it.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const heard = [];
  child.stdout?.on("data", (chunk) => heard.push(chunk));
  child.stderr?.on("data", (chunk) => heard.push(chunk));
  const ticking = quiet && setInterval(() => say(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  const enders = Object.entries(signals).map(([signal, code]) => [signal, () => end(child, signal, code)]);
  for (const [signal, ender] of enders) process.on(signal, ender);
  try {
    const [code] = await once(child, "close");
    if (code !== 0) process.stderr.write(Buffer.concat(heard));
    return code ?? 1;
  } catch (error) {
    say(`${command}: ${error.message}`);
    return 1;
  } finally {
    clearInterval(ticking);
    for (const [signal, ender] of enders) process.off(signal, ender);
  }
}

async function end(child, signal, code) {
  setTimeout(() => kill(child, "SIGKILL"), 5000).unref();
  kill(child, signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  process.exit(code);
}

function kill(child, signal) {
  try {
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself.
  }
}

/**
 * npm runs us through a shell, and the shell that npm ends on SIGTERM does not pass it on. When npm's shell is gone, we are
 * meant too.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}
