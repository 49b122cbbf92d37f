import { expect, test } from "./fixtures";
import { baseUrl, callApi, go } from "./product";

test.describe("in the demo", () => {
  test.use({ content: "demo" });

  test("a viewer reads everything and is offered nothing that writes", async ({ open, t, api }) => {
    const first = async (path: string) =>
      (await api<{ data: { id: string }[] }>("GET", `${path}?limit=1`)).data[0]?.id ?? "";
    const page = await open("viewer");
    for (const path of [
      ".",
      "news",
      `news/${await first("/news")}`,
      "feeds",
      `feeds/${await first("/feeds")}`,
      "theses",
      "theses/multimodal",
      "companies",
      `companies/${await first("/companies")}`,
      "deals",
      "deals?view=board",
      `deals/${await first("/deals")}`,
      "agreement",
      "settings/members",
    ]) {
      await go(page, path);
      const main = page.getByRole("main");
      // Whatever adds, edits, moves, tags, reads or pauses a feed, retires, invites or removes.
      for (const name of [
        t("news.add"),
        t("news.item.edit"),
        t("news.reading.tag"),
        t("tags.editor.add"),
        t("feeds.add"),
        t("feeds.import"),
        t("feeds.actions.refresh"),
        t("feeds.actions.pause"),
        t("feeds.actions.resume"),
        t("theses.add"),
        t("theses.retire.do"),
        t("companies.add"),
        t("companies.page.logDeal"),
        t("deals.add"),
        "Committee",
        new RegExp(`^${t("deals.board.move", { company: ".+" })}$`),
        t("agreement.draw.submit"),
        t("settings.invitations.create"),
        t("settings.members.remove"),
      ])
        for (const role of ["link", "button"] as const)
          await expect(main.getByRole(role, { name, exact: true }), `${path} offers ${name}`).toHaveCount(0);
      await expect(main.locator("form input:enabled, form textarea:enabled"), path).toHaveCount(0);
    }
  });

  for (const path of [
    "news/new",
    "companies/new",
    "deals/new",
    "theses/new",
    "theses/multimodal/edit",
    "feeds/new",
    "feeds/import",
    "settings/tokens",
    "agreement/read",
    "agreement/disagreements",
  ])
    test(`a viewer who types the address of ${path} is told that the role reads only`, async ({
      open,
      t,
    }) => {
      const page = await open("viewer");
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(403);
      await expect(page.getByRole("heading", { level: 1, name: t("shell.forbidden.title") })).toBeVisible();
      await expect(page.getByRole("navigation", { name: t("shell.mainNavigation") })).toBeVisible();
    });
});

test("the keys that tag do nothing for a viewer", async ({ open, t, api }) => {
  const title = "Not for viewers";
  const { id } = await api("POST", "/news", { title, publishedAt: "2024-05-06T08:00:00Z" });
  const page = await open("viewer");
  await go(page, `news?q=${encodeURIComponent(title)}`);
  for (const key of ["j", "1", "f", "3"]) await page.keyboard.press(key);
  await expect(page.getByRole("link", { name: title, exact: true })).toBeFocused();
  await expect(page.getByRole("group", { name: t("news.reading.stripLabel", { title }) })).toHaveCount(0);
  expect(await api("GET", `/news/${id}`)).toMatchObject({ tags: [] });
});

for (const path of ["deals", "companies", "news", "rules", "feeds"]
  .map((of) => `${of}/no-such-record`)
  .concat("nowhere"))
  test(`${path} is not there, and the frame is`, async ({ open, t }) => {
    const page = await open("analyst");
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: t("shell.notFound.title") })).toBeVisible();
    await expect(page.getByRole("navigation", { name: t("shell.mainNavigation") })).toBeVisible();
  });

test("a confidential deal is there for a partner and nowhere for an analyst", async ({ open, t, api }) => {
  const name = "Secret";
  const company = await api("POST", "/companies", { name: { en: name } });
  const deal = await api("POST", "/deals", {
    companyId: company.id,
    stage: "sourced",
    confidential: true,
    nextStep: "Nobody may know",
  });
  const places = [`deals?q=${encodeURIComponent(name)}`, `deals?view=board&q=${encodeURIComponent(name)}`];
  const partner = await open("partner");
  for (const place of places) {
    await go(partner, place);
    await expect(partner.getByRole("main").getByRole("link", { name })).toBeVisible();
  }
  await go(partner, `deals/${deal.id}`);
  await expect(partner.getByText(t("deals.page.confidentialNote"))).toBeVisible();

  const analyst = await open("analyst");
  for (const place of places) {
    await go(analyst, place);
    await expect(analyst.getByRole("main").getByRole("link", { name })).toHaveCount(0);
  }
  await analyst.goto(`deals/${deal.id}`);
  await expect(analyst.getByRole("heading", { level: 1, name: t("shell.notFound.title") })).toBeVisible();
  await go(analyst, `companies/${company.id}`);
  await expect(analyst.getByText(t("companies.page.noDeals"))).toBeVisible();
  await go(analyst, "settings/activity");
  await expect(analyst.getByRole("main")).not.toContainText("Nobody may know");
  await expect(
    analyst.getByRole("link", { name: new RegExp(name) }).and(analyst.locator("[href*='/deals/']")),
  ).toHaveCount(0);
  await analyst.keyboard.press("Control+k");
  await analyst.getByRole("dialog").getByRole("searchbox").fill(name);
  const found = analyst.getByRole("dialog");
  await expect(found).toMatchAriaSnapshot(
    [
      `- menu:`,
      `  - group:`,
      `    - text: ${t("settings.shell.kinds.company")}`,
      `    - menuitem /${name}/`,
      `- paragraph:`,
      `  - status: ${t("shell.search.results", { count: 1 })}`,
    ].join("\n"),
  );
});

test("a token made in the settings is shown once, works with its role, and stops when revoked", async ({
  open,
  t,
}) => {
  const name = "Export";
  const page = await open("owner");
  await go(page, "settings/tokens");
  await page.getByLabel(t("settings.tokens.name"), { exact: false }).first().fill(name);
  await page.getByLabel(t("settings.tokens.role"), { exact: true }).selectOption("viewer");
  await page.getByRole("button", { name: t("settings.tokens.submit") }).click();
  await expect(page.getByText(t("settings.tokens.made", { name }))).toBeVisible();
  const secret = await page.getByLabel(t("settings.tokens.secret"), { exact: true }).inputValue();
  expect((await callApi(secret, "GET", "/news?limit=1")).status).toBe(200);
  expect((await callApi(secret, "POST", "/companies", { name: { en: name } })).status).toBe(403);

  await go(page, "settings/tokens");
  await expect(page.getByText(t("settings.tokens.made", { name }))).toHaveCount(0);
  expect(await page.content()).not.toContain(secret);
  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: t("settings.tokens.revoke") }).click();
  const dialog = page.getByRole("alertdialog", { name: t("settings.tokens.revokeTitle", { name }) });
  await dialog.getByRole("button", { name: t("settings.tokens.revoke") }).click();
  await expect(row).toHaveCount(0);
  expect((await callApi(secret, "GET", "/news?limit=1")).status).toBe(401);
  expect((await fetch(`${baseUrl()}/api/v1/news`)).status).toBe(401);
});
