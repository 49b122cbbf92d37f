import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** One instance of the product for the whole run: embedded database, demo, web and worker, as `npm start` makes them. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "throughline-e2e-"));
  // PostgreSQL does not run as root: the user it runs as must be able to enter.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: "",
    THROUGHLINE_DATA_DIR: folder,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    WORKER_POLL_SECONDS: "1",
    THROUGHLINE_FETCH_ALLOW: "127.0.0.0/8",
    LOG_LEVEL: "warn",
  };
  const product = spawn(process.execPath, ["dist/start.js"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = await untilRunning(product);
  const cli = async (...args: string[]) =>
    (await run(process.execPath, ["dist/cli.js", ...args], { env })).stdout.trim();
  await cli("workspace", "create", "--name", "Empty fund", "--slug", "empty", "--theses", "none");

  /** The password of a new account. */
  const account = (name: string, workspace: string, role: string) =>
    cli(
      ...["user", "create", "--email", `${name}@example.test`, "--name", name],
      ...["--workspace", workspace, "--role", role],
    );
  Object.assign(process.env, {
    E2E_URL: env.PUBLIC_URL,
    E2E_OWNER_PASSWORD: /password\s+(\S+)/.exec(said)?.[1] ?? "",
    E2E_PARTNER_PASSWORD: await account("partner", "demo", "partner"),
    E2E_ANALYST_PASSWORD: await account("analyst", "demo", "analyst"),
    E2E_VIEWER_PASSWORD: await account("viewer", "demo", "viewer"),
    E2E_EMPTY_PASSWORD: await account("empty", "empty", "owner"),
    E2E_TOKEN: await cli("token", "create", "--workspace", "demo", "--role", "admin", "--name", "journeys"),
  });
  return async () => {
    const database = JSON.parse(readFileSync(path.join(folder, "postgres.json"), "utf8")) as { port: number };
    product.kill("SIGTERM");
    const code =
      product.exitCode ?? (await new Promise<number | null>((resolve) => product.once("exit", resolve)));
    rmSync(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the product did not stop cleanly (${code})`);
    for (const [name, at] of Object.entries({ web: port, database: database.port }))
      if (await answers(at)) throw new Error(`the product ended, but its ${name} still listens on ${at}`);
  };
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
