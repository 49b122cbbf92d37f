import { test as base, type Page } from "@playwright/test";
import { isLocale } from "@/i18n/locales";
import { FeedServer } from "./feed-server";
import { baseUrl, type Look, openWindow, type Person } from "./product";
import { type Words, wordsIn } from "./words";

type Fixtures = {
  /** The language the journey is made in: that of the project. */
  language: "en" | "zh-CN";
  /** What the product says in it. */
  t: Words;
  /** A new window in that language, of someone signed in or of nobody. */
  open: (person?: Person, look?: Look) => Promise<Page>;
  /** A local server that feeds and pages can be put on. */
  feeds: FeedServer;
};

export const test = base.extend<Fixtures>({
  language: async ({ locale }, use) => {
    if (!isLocale(locale)) throw new Error(`no such language: ${locale}`);
    await use(locale);
  },
  t: async ({ language }, use) => use(wordsIn(language)),
  open: async ({ browser, language }, use) => {
    const windows: { close(): Promise<void> }[] = [];
    const problems: string[] = [];
    await use(async (person, look) => {
      const context = await openWindow(browser, { locale: language, ...look }, person);
      windows.push(context);
      const page = await context.newPage();
      watch(page, problems);
      return page;
    });
    await Promise.all(windows.map((context) => context.close()));
    if (problems.length > 0) throw new Error(problems.join("\n"));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  feeds: async ({}, use) => {
    const server = await FeedServer.start();
    await use(server);
    await server.stop();
  },
});

export { expect } from "@playwright/test";

/** No journey may leave an error behind (a page that the browser drew otherwise than the server is one) or reach another host. */
function watch(page: Page, problems: string[]): void {
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A page that is not there is answered with 404, which the browser reports too.
    const expected = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !expected) problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && !url.startsWith(baseUrl()))
      problems.push(`asked another host: ${url}`);
  });
}
