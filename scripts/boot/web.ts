import { createServer, type IncomingMessage, type Server } from "node:http";
import next from "next";
import { env, publicUrl } from "@/server/env";
import { log } from "@/server/log";
import { connectToEmbedded, exitWithMessage } from "./environment";
import { listenProblem } from "./port";

/** How long requests that are being answered may take to end when the server is told to stop. */
const graceMs = 10_000;

class NotListening extends Error {}

let server: Server | undefined;
let stopping = false;
// "disconnect": whoever started us is gone, and we do not outlive them, not even while still starting.
for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, stop);

await exitWithMessage(async () => {
  connectToEmbedded();
  const { PORT, HOST } = env();
  process.env.NEXTAUTH_URL = publicUrl();
  const app = next({ dev: false, dir: process.cwd(), hostname: HOST, port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  server = createServer((request, response) => {
    request.headers["x-forwarded-for"] = clientAddress(request);
    // A stopping server tells its clients to come back on a new connection, which goes elsewhere.
    if (stopping) response.setHeader("Connection", "close");
    void handle(request, response);
  });
  await listen(server, HOST, PORT);
  log.info({ port: PORT, host: HOST }, "web is listening");
  process.send?.("ready");
});

function listen(on: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    on.once("error", (error) => reject(new NotListening(listenProblem(error, host, port) ?? error.message)));
    on.listen(port, host, resolve);
  });
}

/**
 * Who is really asking. A client can write anything into X-Forwarded-For, so without proxies the socket decides; with n of
 * them, the n-th entry from the right is the one the outermost proxy wrote.
 */
function clientAddress(request: IncomingMessage): string {
  const socket = request.socket.remoteAddress ?? "";
  const trusted = env().TRUST_PROXY;
  const given = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  return trusted > 0 ? (given.at(-trusted) ?? socket) : socket;
}

function stop(): void {
  if (stopping) return;
  stopping = true;
  if (!server?.listening) process.exit(0);
  server.close(() => process.exit(0));
  // A connection that is kept alive would keep us alive once its request is answered.
  setInterval(() => server?.closeIdleConnections(), 100).unref();
  // A download that never ends must not keep a server from being replaced.
  setTimeout(() => process.exit(0), graceMs).unref();
}
