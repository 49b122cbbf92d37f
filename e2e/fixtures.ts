import { test as base, type Page } from "@playwright/test";
import { isLocale } from "@/i18n/locales";
import { FeedServer } from "./feed-server";
import { baseUrl } from "./product";
import { type Words, wordsIn } from "./words";
import { type Api, type Content, type Look, type Person, type Workspace, Workspaces } from "./workspace";

type Fixtures = {
  /** What the workspace holds when the spec file begins: said with `test.use`. */
  content: Content;
  /** Where the journey takes place: a workspace of the file's own in each language, or the demo, which is only read. */
  workspace: Workspace;
  /** The REST API of that workspace. */
  api: Api;
  /** The language the journey is made in: that of the project. */
  language: "en" | "zh-CN";
  /** What the product says in it. */
  t: Words;
  /** A new window in that language, of someone of the workspace or of nobody. */
  open: (person?: Person, look?: Partial<Look>) => Promise<Page>;
  /** A local server that feeds and pages can be put on. */
  feeds: FeedServer;
};

export const test = base.extend<Fixtures, { workspaces: Workspaces }>({
  workspaces: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use, { workerIndex }) => {
      const workspaces = new Workspaces(workerIndex);
      await use(workspaces);
      await workspaces.stop();
    },
    { scope: "worker" },
  ],
  content: ["theses", { option: true }],
  workspace: async ({ workspaces, content, language }, use, { file }) =>
    use(await workspaces.of(file, language, content)),
  api: async ({ workspace }, use) => use(workspace.api),
  language: async ({ locale }, use) => {
    if (!isLocale(locale)) throw new Error(`no such language: ${locale}`);
    await use(locale);
  },
  t: async ({ language }, use) => use(wordsIn(language)),
  open: async ({ browser, language, workspace }, use) => {
    const windows: { close(): Promise<void> }[] = [];
    const problems: string[] = [];
    await use(async (person, look) => {
      const context = await workspace.window(browser, { locale: language, ...look }, person);
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
