// A lock file that names its holder, so that a holder killed without warning does not keep others out.
import { spawnSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** Takes `file` until this process ends. False while another living process has it. */
export function takeLock(file) {
  const mine = JSON.stringify({ pid: process.pid, began: processOf(process.pid).began });
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      process.once("exit", () => releaseLock(file, mine));
      return true;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const held = read(file);
    if (held !== null && isHeld(file, held)) return false;
    if (held !== null) setAside(file, held);
  }
  return false;
}

export function releaseLock(file, mine = read(file)) {
  if (mine !== null && read(file) === mine) rmSync(file, { force: true });
}

function isHeld(file, held) {
  try {
    const { pid, began } = JSON.parse(held);
    const holder = processOf(pid);
    return holder.alive && (began === "" || holder.began === "" || holder.began === began);
  } catch {
    // Its holder is just writing it, or died doing so.
    return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5000;
  }
}

/** Two processes may find the same dead holder; the one that moves a living holder's file away puts it back. */
function setAside(file, held) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) === held) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Numbers of processes are used again, so a process is known by its number and when it began ("" where that is not told). */
function processOf(pid) {
  if (process.platform === "linux") {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
      return { alive: fields[0] !== "Z", began: fields[19] };
    } catch {
      return { alive: false, began: "" };
    }
  }
  const told =
    process.platform === "darwin"
      ? spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout
      : "";
  try {
    process.kill(pid, 0);
    return { alive: true, began: (told ?? "").trim() };
  } catch (error) {
    return { alive: error.code === "EPERM", began: "" };
  }
}
