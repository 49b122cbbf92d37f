import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import next from "next";
import { env, publicUrl } from "@/server/env";
import { cleanCookies, dropActions, dropForwarded, isReadablePath } from "@/server/http/incoming";
import { log } from "@/server/log";
import { connectToEmbedded, exitWithMessage } from "./environment";
import { listenProblem } from "./port";

/** How long requests that are being answered may take to end when the server is told to stop. */
const graceMs = 10_000;

class NotListening extends Error {}

/** Requests answered at a time; more would only wait for the same few database connections, beyond their askers' patience. */
const maxInWork = 200;
let inWork = 0;

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
    if (env().TRUST_PROXY === 0) dropForwarded(request.headers);
    dropActions(request.method, request.headers);
    readableCookies(request);
    if (publicUrl().startsWith("https://"))
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    const refused = refusal(request);
    if (refused) return answer(response, refused);
    inWork += 1;
    response.once("close", () => {
      inWork -= 1;
    });
    // A stopping server tells its clients to come back on a new connection, which goes elsewhere.
    if (stopping) response.setHeader("Connection", "close");
    void handle(request, response);
  });
  // Longer than the proxies in front keep a connection: whoever uses it again must not meet a closed one.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 80_000;
  await listen(server, HOST, PORT);
  log.info({ port: PORT, host: HOST }, "web is listening");
  process.send?.("ready");
});

type Refusal = { status: number; code: string; message: string };

/** What is refused before anything reads it. */
function refusal({ url, headers }: IncomingMessage): Refusal | null {
  if (!isReadablePath(url))
    return { status: 404, code: "NOT_FOUND", message: "There is nothing at this address." };
  const announced = Number(headers["content-length"] ?? 0);
  const max = maxBody(url ?? "");
  if (announced > max)
    return { status: 413, code: "INVALID", message: `The body is larger than the ${max} bytes taken here.` };
  if (inWork >= maxInWork)
    return { status: 503, code: "UNAVAILABLE", message: "The server is busy. Try again in a few seconds." };
  return null;
}

/** In bytes. Files for an import are streamed, whatever their size. */
function maxBody(url: string): number {
  if (/^\/api\/(v1\/news\/import|upload\/)/.test(url)) return Number.POSITIVE_INFINITY;
  return url.startsWith("/api/auth/") ? 16_384 : 6_500_000;
}

function answer(response: ServerResponse, { status, code, message }: Refusal): void {
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    connection: "close",
    ...(status === 503 ? { "retry-after": "2" } : {}),
  });
  response.end(JSON.stringify({ error: { code, message, fields: {} } }));
}

function readableCookies({ headers }: IncomingMessage): void {
  const kept = cleanCookies(headers.cookie);
  if (kept === undefined) delete headers.cookie;
  else headers.cookie = kept;
}

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
