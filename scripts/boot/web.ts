import { createServer, type IncomingMessage } from "node:http";
import next from "next";
import { env, publicUrl } from "@/server/env";
import { log } from "@/server/log";
import { orSayWhy, connectToEmbedded } from "./environment";

await orSayWhy(async () => {
  connectToEmbedded();
  const { PORT, HOST } = env();
  process.env.NEXTAUTH_URL = publicUrl();
  const app = next({ dev: false, dir: process.cwd(), hostname: HOST, port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    request.headers["x-forwarded-for"] = clientAddress(request);
    void handle(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new PortTaken(listenProblem(error, PORT))));
    server.listen(PORT, HOST, resolve);
  });
  log.info({ port: PORT, host: HOST }, "web is listening");
  process.send?.("ready");
  stopOn(["SIGTERM", "SIGINT", "disconnect"], () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // A download that never ends must not keep a server from being replaced.
    setTimeout(() => process.exit(0), 10_000).unref();
  });
});

class PortTaken extends Error {}

function listenProblem(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is taken by another program. Stop that one, or start with PORT=<another number>.`;
  if (error.code === "EACCES")
    return `This user may not listen on port ${port}. Start with a PORT of 1024 or more.`;
  return `The web server could not listen on port ${port}: ${error.message}`;
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

function stopOn(signals: string[], stop: () => void): void {
  let stopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (!stopping) stop();
      stopping = true;
    });
  }
}
