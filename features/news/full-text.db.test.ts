import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { fetchFullText } from "./commands/full-text";
import { createNews } from "./commands/news-items";
import { getNews } from "./queries/news-item";

let workspace: TestWorkspace;
let server: Server;
let base: string;
const sentence = "What the page says in full, sentence after sentence, goes well beyond what its feed gave. ";

beforeAll(async () => {
  workspace = await freshWorkspace();
  server = createServer((request, response) => {
    if (request.url !== "/article" && request.url !== "/notice") return response.writeHead(403).end();
    const body =
      request.url === "/article" ? `<p>${sentence.repeat(5)}</p><script>steal()</script>` : "<p>No.</p>";
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<html><body><article>${body}</article></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const item = (path: string) =>
  createNews(workspace.as("analyst"), {
    title: path,
    url: `${base}${path}`,
    publishedAt: "2024-01-01",
    text: "Short",
  });

it("brings the whole text, cleaned, and keeps what was there", async () => {
  const { id } = await item("/article");
  await fetchFullText(workspace.as("analyst"), { id });
  const read = await getNews(workspace.as("viewer"), { id });
  expect(read.text).toContain("sentence after sentence");
  expect(read.html).toContain("sentence after sentence");
  expect(read.html).not.toContain("steal");
  expect(read.revisions).toMatchObject([{ excerpt: "Short" }]);
});

it.each([
  ["/notice", "holds no article"],
  ["/forbidden", "403"],
])("says of %s why not, and changes nothing", async (path, words) => {
  const { id } = await item(path);
  const failure = { code: "UNAVAILABLE", message: expect.stringContaining(words) };
  await expect(fetchFullText(workspace.as("analyst"), { id })).rejects.toMatchObject(failure);
  expect(await getNews(workspace.as("viewer"), { id })).toMatchObject({ text: "Short", revisions: [] });
});
