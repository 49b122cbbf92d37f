import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures";
import { baseUrl } from "./product";

const kb = 1024;

test.use({ content: "demo" });

/** Script a page may bring with its first answer, KB after gzip. */
const budgets = [
  ["the news", "news", 180],
  ["the overview", ".", 240],
  ["the board of deals", "deals?view=board", 300],
] as const;

for (const [what, path, budget] of budgets) {
  test(`${what} brings at most ${budget} KB of script`, async ({ open }) => {
    const page = await open("owner");
    const sizeOf = async (script: string) => {
      const answer = await page.request.get(new URL(script, baseUrl()).href);
      return gzipSync(await answer.body()).length / kb;
    };
    const sum = async (scripts: Iterable<string>) =>
      (await Promise.all([...scripts].map(sizeOf))).reduce((total, size) => total + size, 0);

    const html = await (await page.request.get(path)).text();
    const tags = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    // Browsers of today leave what is marked so alone.
    const loaded = tags.filter((tag) => !/nomodule/i.test(tag));
    const first = new Set(loaded.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
    expect(first.size).toBeGreaterThan(3);
    const size = await sum(first);

    const asked = new Set<string>();
    page.on("request", (request) => request.resourceType() === "script" && asked.add(request.url()));
    await page.goto(path, { waitUntil: "networkidle" });
    const later = await sum(asked);
    console.log(
      `${what}: ${size.toFixed(1)} KB of script at first, ${later.toFixed(1)} KB once all is quiet`,
    );
    test.info().annotations.push({ type: "KB", description: `${size.toFixed(1)}, ${later.toFixed(1)}` });
    expect(size).toBeLessThanOrEqual(budget);
  });
}
