import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = { status?: number; type?: string; body?: string };
export type FeedItem = { title: string; published: string; text?: string };

/** A web server of the neighbourhood, on loopback: what is put on it is there, everything else is not. */
export class FeedServer {
  readonly asked: string[] = [];
  private readonly answers = new Map<string, Answer>();

  private constructor(private readonly server: Server) {
    server.on("request", (request, response) => {
      const path = request.url ?? "/";
      this.asked.push(path);
      const { status = 200, type = "application/xml", body = "" } = this.answers.get(path) ?? { status: 404 };
      response.writeHead(status, { "content-type": `${type}; charset=utf-8` }).end(body);
    });
  }

  static async start(): Promise<FeedServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new FeedServer(server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Puts something there, or something else in its place; its address. */
  put(path: string, answer: Answer): string {
    this.answers.set(path, answer);
    return this.address(path);
  }

  address(path: string): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${path}`;
  }

  /** An RSS feed with these items. `published` is ISO 8601. */
  rss(path: string, title: string, items: readonly FeedItem[]): string {
    const entries = items.map(
      ({ title: of, published, text = "" }, at) =>
        `<item><guid isPermaLink="false">${path}#${at}</guid><title>${inXml(of)}</title>` +
        `<link>${this.address(`${path}/${at}`)}</link><description>${inXml(text)}</description>` +
        `<pubDate>${new Date(published).toUTCString()}</pubDate></item>`,
    );
    const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>${inXml(title)}</title>${entries.join("")}</channel></rss>`;
    return this.put(path, { body });
  }

  /** A page, with whatever stands in its head. */
  page(path: string, head: string, text = ""): string {
    return this.put(path, {
      type: "text/html",
      body: `<!doctype html><html><head>${head}</head><body><p>${text}</p></body></html>`,
    });
  }
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const inXml = (text: string) => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
