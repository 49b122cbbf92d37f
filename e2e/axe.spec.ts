import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { allPages, emptyPages, signedOutPages } from "./pages";
import { openWindow } from "./product";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line per violation: page, rule, first place. */
async function violations(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  // The page itself, not the skeleton that stands in for it while it streams.
  await page.locator("h1").first().waitFor();
  const found = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${path} ${id} ${nodes[0]?.target} ${nodes[0]?.failureSummary?.split("\n")[1] ?? ""}`,
  );
}

for (const locale of ["en", "zh-CN"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`no page breaks an accessibility rule (${locale}, ${colorScheme})`, async ({ browser }) => {
      test.setTimeout(300_000);
      // The phone's layout is another one: dark is looked at narrow, light wide.
      const look = { locale, colorScheme, width: colorScheme === "dark" ? 390 : 1440 };
      const found: string[] = [];
      for (const [person, paths] of [
        ["owner", await allPages()],
        ["empty", emptyPages],
        [undefined, signedOutPages],
      ] as const) {
        const context = await openWindow(browser, look, person);
        const page = await context.newPage();
        for (const path of paths) found.push(...(await violations(page, path)));
        await context.close();
      }
      expect(found).toEqual([]);
    });
  }
}

test("no page is wider than a phone", async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await openWindow(browser, { width: 390 }, "owner");
  const page = await context.newPage();
  const wide: string[] = [];
  for (const path of await allPages()) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 390) wide.push(`${path} ${width}`);
  }
  expect(wide).toEqual([]);
});
