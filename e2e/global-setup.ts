import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Cli } from "./cli";
import { callApi } from "./product";

/** One instance of the product for the whole run: embedded database, demo, web and worker, as `npm start` makes them. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "throughline-e2e-"));
  // PostgreSQL does not run as root: the user it runs as must be able to enter.
  chmodSync(folder, 0o755);
  const port = await freePort();
  // For the product, and for the command line that the journeys call.
  Object.assign(process.env, {
    DATABASE_URL: "",
    THROUGHLINE_DATA_DIR: folder,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    WORKER_POLL_SECONDS: "1",
    THROUGHLINE_FETCH_ALLOW: "127.0.0.0/8",
    LOG_LEVEL: "warn",
  });
  const product = spawn(process.execPath, ["dist/start.js"], { stdio: ["ignore", "pipe", "pipe"] });
  const said = await untilRunning(product);
  const made = await demo(/password\s+(\S+)/.exec(said)?.[1] ?? "");
  process.env.E2E_DEMO = JSON.stringify(made);
  const before = await writesTo(made.token);
  return async () => {
    const after = await writesTo(made.token).catch(() => before);
    const written = after.slice(0, after.length - before.length);
    const database = JSON.parse(readFileSync(path.join(folder, "postgres.json"), "utf8")) as { port: number };
    product.kill("SIGTERM");
    const code =
      product.exitCode ?? (await new Promise<number | null>((resolve) => product.once("exit", resolve)));
    rmSync(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the product did not stop cleanly (${code})`);
    for (const [name, at] of Object.entries({ web: port, database: database.port }))
      if (await answers(at)) throw new Error(`the product ended, but its ${name} still listens on ${at}`);
    if (written.length > 0) throw new Error(`a journey wrote to the demo: ${written.join(", ")}`);
  };
}

/** The demo, which journeys only read: its owner sees every page, and its token may not write. */
async function demo(ownerPassword: string) {
  const cli = new Cli();
  const there = ["--workspace", "demo", "--role", "viewer"];
  const viewer = "viewer@demo.test";
  const password = await cli.call("user", "create", "--email", viewer, "--name", "viewer", ...there);
  const token = await cli.call("token", "create", "--name", "journeys", ...there);
  await cli.stop();
  const members = [
    { role: "owner", email: "demo@throughline.local", password: ownerPassword },
    { role: "viewer", email: viewer, password },
  ];
  return { slug: "demo", members, token };
}

/** What people and tokens did in the workspace of this token, newest first. */
async function writesTo(token: string): Promise<string[]> {
  const answer = await callApi(token, "GET", "/audit?limit=200");
  type Entry = { operation: string; label: string; actor: { kind: string } };
  const { data } = (await answer.json()) as { data: Entry[] };
  return data
    .filter(({ actor }) => actor.kind !== "job")
    .map(({ operation, label }) => `${operation} of ${label}`);
}

/** What it printed up to "is running". */
function untilRunning(product: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Stop with Ctrl-C")) resolve(said);
    };
    product.stdout?.on("data", listen);
    product.stderr?.on("data", listen);
    product.once("exit", (code) => reject(new Error(`the product ended (${code}):\n${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}
