import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { baseUrl, pageOf } from "./product";

const kib = 1024;
const budgets = [
  ["/w/demo/news", 180],
  ["/w/demo", 240],
  ["/w/demo/deals?view=board", 300],
] as const;

for (const [path, budget] of budgets) {
  test(`${path} loads at most ${budget} KB of script`, async ({ browser }) => {
    const page = await pageOf(browser, "owner");
    const html = await (await page.request.get(path)).text();
    const tags = [...html.matchAll(/<script[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/nomodule/i.test(tag));
    const scripts = new Set(tags.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
    let bytes = 0;
    for (const script of scripts)
      bytes += gzipSync(
        Buffer.from(await (await page.request.get(new URL(script, baseUrl()).href)).body()),
      ).length;
    test.info().annotations.push({ type: "KB", description: (bytes / kib).toFixed(1) });
    console.log(`${path}: ${(bytes / kib).toFixed(1)} KB of script`);
    expect(scripts.size).toBeGreaterThan(3);
    expect(bytes / kib).toBeLessThanOrEqual(budget);
  });
}
