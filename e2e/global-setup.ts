import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

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
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    WORKER_POLL_SECONDS: "1",
    THROUGHLINE_FETCH_ALLOW: "127.0.0.0/8",
    LOG_LEVEL: "warn",
  };
  const product = spawn(process.execPath, ["dist/start.js"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = await untilRunning(product);
  const cli = (...args: string[]) =>
    execFileSync(process.execPath, ["dist/cli.js", ...args], { env, encoding: "utf8" }).trim();
  cli("workspace", "create", "--name", "Empty fund", "--slug", "empty", "--time-zone", "Asia/Shanghai");
  const account = (name: string, workspace: string, role: string) =>
    cli(
      "user",
      "create",
      "--email",
      `${name}@example.test`,
      "--name",
      name,
      "--workspace",
      workspace,
      "--role",
      role,
    );
  Object.assign(process.env, {
    E2E_URL: `http://127.0.0.1:${port}`,
    E2E_OWNER_PASSWORD: /password\s+(\S+)/.exec(said)?.[1] ?? "",
    E2E_VIEWER_PASSWORD: account("viewer", "demo", "viewer"),
    E2E_ANALYST_PASSWORD: account("analyst", "demo", "analyst"),
    E2E_EMPTY_PASSWORD: account("empty", "empty", "owner"),
    E2E_TOKEN: cli("token", "create", "--workspace", "demo", "--role", "admin", "--name", "journeys"),
  });
  return async () => {
    product.kill("SIGTERM");
    const code = await new Promise<number | null>((resolve) => product.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the product did not stop cleanly (${code})`);
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
