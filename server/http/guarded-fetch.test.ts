import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { parseCidrs } from "./address-guard";
import { guardedFetch } from "./guarded-fetch";

const allow = parseCidrs(["127.0.0.0/8"]);
const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Fails the test if anything asks for a name: what is refused must be refused before. */
const noResolve = () => Promise.reject(new Error("a name was looked up"));

describe("guardedFetch", () => {
  it("gets a body, unpacked", async () => {
    const url = await serve((_, response) =>
      response.setHeader("content-encoding", "gzip").end(gzipSync("你好 feed")),
    );
    const { status, body, headers } = await guardedFetch(url, { allow });
    expect([status, Buffer.from(body).toString()]).toEqual([200, "你好 feed"]);
    expect(headers["content-encoding"]).toBe("gzip");
  });

  it("refuses an address without opening a socket", async () => {
    let asked = 0;
    const url = await serve((_, response) => response.end(String(asked++)));
    await expect(guardedFetch(url, { resolve: noResolve })).rejects.toMatchObject({ reason: "address" });
    expect(asked).toBe(0);
  });

  it("refuses a public name that resolves to a private address, where the socket connects", async () => {
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    await expect(guardedFetch("http://feeds.example.com/", { resolve })).rejects.toMatchObject({
      reason: "address",
    });
  });

  it("says when a name does not exist", async () => {
    const resolve = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
    await expect(guardedFetch("http://feeds.example.com/", { resolve })).rejects.toMatchObject({
      reason: "dns",
    });
  });

  it("checks every redirect", async () => {
    const url = await serve((_, response) =>
      response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end(),
    );
    await expect(guardedFetch(url, { allow, resolve: noResolve })).rejects.toMatchObject({
      reason: "address",
    });
  });

  it("follows redirects and tells a permanent move", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/new") response.end("here");
      else response.writeHead(request.url === "/" ? 301 : 302, { location: "/new" }).end();
    });
    expect(await guardedFetch(url, { allow })).toMatchObject({
      finalUrl: `${url}new`,
      permanentUrl: `${url}new`,
      status: 200,
    });
    expect(await guardedFetch(`${url}temporary`, { allow })).toMatchObject({
      finalUrl: `${url}new`,
      permanentUrl: null,
    });
  });

  it("ends a redirect loop", async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: "/" }).end());
    await expect(guardedFetch(url, { allow, maxRedirects: 3 })).rejects.toMatchObject({
      reason: "too-many-redirects",
    });
  });

  it("bounds what a small packed body may become", async () => {
    const url = await serve((_, response) =>
      response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(5_000_000))),
    );
    await expect(guardedFetch(url, { allow, maxBytes: 100_000 })).rejects.toMatchObject({
      reason: "too-large",
    });
  });

  it("bounds a body that never ends", async () => {
    const url = await serve((_, response) => {
      const more = () => response.destroyed || response.write(Buffer.alloc(10_000), () => setImmediate(more));
      more();
    });
    await expect(guardedFetch(url, { allow, maxBytes: 200_000 })).rejects.toMatchObject({
      reason: "too-large",
    });
  });

  it("bounds the time for everything together, also when a byte comes now and then", async () => {
    const url = await serve((_, response) => {
      response.write(" ");
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    });
    await expect(guardedFetch(url, { allow, timeoutMs: 200 })).rejects.toMatchObject({ reason: "timeout" });
  });

  it("answers with any status and with no body", async () => {
    const url = await serve((request, response) =>
      response.writeHead(request.headers["if-none-match"] === '"7"' ? 304 : 410).end(),
    );
    expect(await guardedFetch(url, { allow, headers: { "if-none-match": '"7"' } })).toMatchObject({
      status: 304,
    });
    expect(await guardedFetch(url, { allow })).toMatchObject({ status: 410 });
  });

  it("says who asks, whatever the caller says", async () => {
    const url = await serve((request, response) => response.end(request.headers["user-agent"]));
    const { body } = await guardedFetch(url, { allow, headers: { "user-agent": "Somebody" } });
    expect(Buffer.from(body).toString()).toBe("Throughline/0.1 (+feed reader)");
  });

  it("takes only the permitted of a name's addresses", async () => {
    const url = new URL(await serve((_, response) => response.end("here")));
    const resolve = async () => [
      { address: "10.0.0.1", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    const { body } = await guardedFetch(`http://feeds.example.com:${url.port}/`, { allow, resolve });
    expect(Buffer.from(body).toString()).toBe("here");
  });

  it("says when nobody listens, and when the server speaks no TLS", async () => {
    const url = await serve((_, response) => response.end());
    await expect(guardedFetch(url.replace("http:", "https:"), { allow })).rejects.toMatchObject({
      reason: "tls",
    });
    await expect(guardedFetch("http://127.0.0.1:1/", { allow })).rejects.toMatchObject({
      reason: "connection",
    });
  });

  it("says when what came cannot be unpacked", async () => {
    const url = await serve((_, response) =>
      response.setHeader("content-encoding", "gzip").end("not packed"),
    );
    await expect(guardedFetch(url, { allow })).rejects.toMatchObject({ reason: "decompression" });
  });
});
