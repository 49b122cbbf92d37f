import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { api, open, openWindow, pageOf, signIn } from "./product";

const unique = () => Math.random().toString(36).slice(2, 8);

test("says the same of a wrong password and of an account that is not there, and signs in and out", async ({
  browser,
}) => {
  const page = await (await openWindow(browser)).newPage();
  const refused = page.getByRole("alert").or(page.locator("[tabindex='-1']:focus"));
  const said: string[] = [];
  for (const email of ["viewer@example.test", "nobody@example.test"]) {
    await signIn(page, email, "not the password at all");
    await expect(refused.first()).toBeVisible();
    said.push((await refused.first().textContent()) ?? "");
    await expect(page).toHaveURL(/\/sign-in/);
  }
  expect(said[0]).toBe(said[1]);
  await signIn(page, "viewer@example.test", process.env.E2E_VIEWER_PASSWORD ?? "");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test.describe("a feed's way to the chart", () => {
  let server: Server;
  let address = "";
  const name = `Journey ${unique()}`;
  test.beforeAll(async () => {
    const item = (number: number) =>
      `<item><guid>${number}</guid><title>${name} item ${number}</title><link>https://journey.example/${number}</link><pubDate>Wed, 03 Jul 2024 0${number}:00:00 GMT</pubDate></item>`;
    server = createServer((_, response) =>
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title>${[1, 2, 3].map(item).join("")}</channel></rss>`,
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${unique()}.xml`;
  });
  test.afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  test("preview, polling, tags by keyboard alone, the chart, and the items behind its point", async ({
    browser,
  }) => {
    const page = await pageOf(browser, "owner");
    await open(page, "/w/demo/feeds/new");
    await page.getByLabel("Address").fill(address);
    await page.getByRole("button", { name: "Look" }).click();
    await expect(page.getByText(`${name} item 1`)).toBeVisible();
    await page.getByRole("button", { name: "Follow", exact: true }).click();
    await expect(page).toHaveURL(/\/feeds\/[0-9a-f-]{36}/);
    const feed = /feeds\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
    // The worker looks once a second; nobody pressed "Read now".
    await expect
      .poll(async () => (await api<{ data: unknown[] }>("GET", `/news?feed=${feed}`)).data.length, {
        timeout: 20_000,
      })
      .toBe(3);

    await open(page, `/w/demo/news?feed=${feed}`);
    await expect(page.getByText(`${name} item 3`)).toBeVisible();
    // Second thesis, for, decisive.
    for (const key of ["j", "2", "f", "3"]) await page.keyboard.press(key);
    await expect
      .poll(async () =>
        (
          await api<{ data: { tags: { thesis: string; stance: string; strength: number }[] }[] }>(
            "GET",
            `/news?feed=${feed}`,
          )
        ).data.flatMap((item) => item.tags),
      )
      .toEqual([expect.objectContaining({ thesis: "open-source-moe", stance: "for", strength: 3 })]);

    await open(page, "/w/demo/trends?thesis=open-source-moe&from=2024-07-01&to=2024-07-15");
    await page.getByText("Show the numbers").first().click();
    const point = page.locator("table a[href*='from=2024-07-01']").first();
    const counted = Number((await point.textContent()) ?? "");
    await point.click();
    await expect(page).toHaveURL(/news\?.*thesis=open-source-moe/);
    await expect(page.locator("main a[href*='/news/']").first()).toBeVisible();
    const { data } = await api<{ data: { title: string }[] }>(
      "GET",
      `/news?thesis=open-source-moe&from=2024-07-01&to=2024-07-08&limit=200`,
    );
    expect(data).toHaveLength(counted);
    expect(data.some((item) => item.title.startsWith(name))).toBe(true);
  });
});

test("a thesis keeps its former wording", async ({ browser }) => {
  const slug = `wording-${unique()}`;
  await api("POST", "/theses", { slug, name: { en: slug }, statement: { en: "The first wording stands." } });
  const page = await pageOf(browser, "analyst");
  await open(page, `/w/demo/theses/${slug}/edit`);
  await page.getByLabel("Statement in English").fill("The second wording stands.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(new RegExp(`/theses/${slug}$`));
  await expect(page.getByText("The second wording stands.").first()).toBeVisible();
  const kept = await api<{ versions: { number: number; statement: { en: string } }[] }>(
    "GET",
    `/theses/${slug}`,
  );
  expect(kept.versions.map((version) => version.statement.en)).toEqual([
    "The second wording stands.",
    "The first wording stands.",
  ]);
});

test("passing a deal asks for the reason, on the board and by keyboard", async ({ browser }) => {
  const name = `Board ${unique()}`;
  const company = await api<{ id: string }>("POST", "/companies", { name: { en: name } });
  const deal = await api<{ id: string }>("POST", "/deals", {
    companyId: company.id,
    stage: "sourced",
    theses: ["multimodal"],
  });
  const page = await pageOf(browser, "analyst");
  await open(page, "/w/demo/deals?view=board");
  const menu = page.getByRole("button", { name: `Move ${name} to…` });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Passed" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("needs a reason");
  await dialog.getByRole("button", { name: "Pass" }).click();
  await expect(dialog).toContainText("Say why in a few words.");
  expect(await api("GET", `/deals/${deal.id}`)).toMatchObject({ stage: "sourced" });
  await dialog.getByLabel("Why do we pass?").fill("Too early for us");
  await dialog.getByRole("button", { name: "Pass" }).click();
  await expect
    .poll(() => api("GET", `/deals/${deal.id}`))
    .toMatchObject({ stage: "passed", passReason: "Too early for us" });
});

test("the palette finds a company, and Chinese inside a sentence", async ({ browser }) => {
  const page = await pageOf(browser, "viewer");
  await open(page, "/w/demo");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  const field = page.getByPlaceholder("Search or go to…").last();
  await field.fill("Mistral");
  await expect(page.getByRole("dialog").getByText("Mistral AI").first()).toBeVisible();
  await field.fill("智谱");
  await expect(page.getByRole("dialog").getByText("智谱").first()).toBeVisible();
});

test("a viewer reads and is offered nothing that writes; a confidential deal stays with partners", async ({
  browser,
}) => {
  const viewer = await pageOf(browser, "viewer");
  for (const [path, offer] of [
    ["news", "Add news"],
    ["companies", "Add"],
    ["deals", "Log a deal"],
    ["theses", "New thesis"],
    ["feeds", "Follow a feed"],
  ] as const) {
    await viewer.goto(`/w/demo/${path}`);
    await viewer.getByRole("heading", { level: 1 }).waitFor();
    await expect(viewer.getByRole("link", { name: offer })).toHaveCount(0);
  }
  const name = `Secret ${unique()}`;
  const company = await api<{ id: string }>("POST", "/companies", { name: { en: name } });
  const deal = await api<{ id: string }>("POST", "/deals", {
    companyId: company.id,
    stage: "sourced",
    confidential: true,
  });
  const analyst = await pageOf(browser, "analyst");
  await analyst.goto(`/w/demo/deals/${deal.id}`);
  await expect(analyst.getByText("There is nothing at this address")).toBeVisible();
  await analyst.goto(`/w/demo/deals?q=${encodeURIComponent(name)}`);
  await expect(analyst.getByText("Confidential")).toHaveCount(0);
  const owner = await pageOf(browser, "owner");
  await owner.goto(`/w/demo/deals/${deal.id}`);
  await expect(owner.getByRole("heading", { level: 1 })).toContainText(name);
});

test("the language switch changes every word and stays", async ({ browser }) => {
  const page = await pageOf(browser, "owner");
  await open(page, "/w/demo/theses");
  await page
    .getByRole("button", { name: "中文" })
    .or(page.getByRole("link", { name: "中文" }))
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "投资主题" })).toBeVisible();
  await open(page, "/w/demo");
  await expect(page.getByRole("heading", { level: 1, name: "概览" })).toBeVisible();
  expect(await page.locator("html").getAttribute("lang")).toMatch(/^zh/);
});
