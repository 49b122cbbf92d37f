import { expect, test } from "./fixtures";
import { allPages } from "./pages";
import { go } from "./product";
import { wordsIn } from "./words";

test("the overview shows the focus areas, what waits to be tagged, the deals and who did what", async ({
  open,
  t,
  api,
}) => {
  await api("POST", "/news", { title: "Waits to be tagged", publishedAt: new Date().toISOString() });
  const page = await open("viewer");
  await go(page, ".");
  for (const heading of ["theses", "untagged", "deals", "activity"] as const)
    await expect(page.getByRole("heading", { level: 2, name: t(`overview.${heading}`) })).toBeVisible();
  const theses = await api<{ data: { facet: string; name: { en: string; zh: string } }[] }>(
    "GET",
    "/theses?status=active&facet=focus",
  );
  for (const { name } of theses.data.slice(0, 4))
    await expect(
      page
        .getByRole("main")
        .getByRole("heading", { level: 3 })
        .filter({ hasText: new RegExp(`${name.en}|${name.zh}`) }),
    ).not.toHaveCount(0);
  await expect(page.getByText("Waits to be tagged").first()).toBeVisible();

  await page.getByRole("link", { name: t("overview.allUntagged") }).click();
  await expect(page).toHaveURL(/\/inbox\?view=all/);
});

test("the language switch changes every page, and stays", async ({ open, language }) => {
  const page = await open("partner");
  const [other, name] = language === "en" ? (["zh-CN", "中文"] as const) : (["en", "English"] as const);
  const t = wordsIn(other);
  await go(page, "theses");
  await page.getByRole("button", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("theses.title") })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await go(page, ".");
  await expect(page.getByRole("heading", { level: 1, name: t("overview.title") })).toBeVisible();
});

test("light and dark follow the system until one chooses, and the choice stays", async ({ open, t }) => {
  const page = await open("partner", { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const button = (name: "auto" | "light" | "dark") =>
    page.getByRole("button", {
      name: t("shell.colorScheme", { scheme: t(`shell.colorSchemes.${name}`) }),
    });
  await go(page, "settings/account");
  const dark = await ground();
  await button("auto").click();
  await expect(button("light")).toBeVisible();
  expect(await ground()).not.toBe(dark);
  await go(page, "settings/account");
  expect(await ground()).not.toBe(dark);
  await button("light").click();
  await expect(button("dark")).toBeVisible();
  expect(await ground()).toBe(dark);
});

test("the palette opens on Ctrl-K and finds a thesis, a company, a deal and news", async ({
  open,
  t,
  api,
}) => {
  const name = "Palette";
  const chinese = `${name}的氍毹项目`;
  await api("POST", "/theses", { name: { en: name, zh: chinese }, statement: { en: "To be found." } });
  const company = await api("POST", "/companies", { name: { en: name, zh: chinese } });
  const deal = await api("POST", "/deals", { companyId: company.id, stage: "sourced" });
  await api("POST", "/news", { title: `今天发布了${chinese}`, publishedAt: "2024-05-06T08:00:00Z" });

  const page = await open("viewer");
  await go(page, "settings/account");
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  const field = dialog.getByRole("searchbox", { name: t("shell.search.label") });
  await expect(field).toBeFocused();
  const kinds = (["thesis", "company", "deal", "news"] as const).map((kind) =>
    t(`settings.shell.kinds.${kind}`),
  );
  const allFour = [
    "- menu:",
    ...kinds.map((kind) => `  - group:\n    - text: ${kind}\n    - menuitem /${name}/`),
  ].join("\n");
  for (const word of [name, "氍毹"]) {
    await field.fill(word);
    await expect(dialog).toMatchAriaSnapshot(allFour);
  }
  await field.fill("nothing is called");
  await expect(dialog.getByText(/nothing is called/)).toBeVisible();
  await field.fill(t("settings.shell.trends"));
  await expect(dialog.getByRole("menuitem", { name: t("settings.shell.trends"), exact: true })).toBeVisible();
  // Pages beside the navigation, by their name in any language; what a viewer may not do is not offered.
  await field.fill("rules");
  const rules = dialog.getByRole("menuitem", { name: t("settings.shell.places.rules"), exact: true });
  await expect(rules).toBeVisible();
  await field.fill(t("settings.shell.places.logDeal"));
  await expect(
    dialog.getByText(t("shell.search.nothing", { query: t("settings.shell.places.logDeal") })),
  ).toBeVisible();
  await field.fill("dark");
  await expect(dialog.getByRole("group", { name: t("shell.search.actions") })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  // Nothing but the keyboard: from the first, which is pointed at, down to the third kind, which is the deal.
  await page.keyboard.press("Control+k");
  await field.fill(name);
  await expect(dialog).toMatchAriaSnapshot(allFour);
  for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/deals/${deal.id}$`));
});

test.describe("in the demo", () => {
  test.use({ content: "demo" });

  test("on a phone the drawer leads everywhere", async ({ open, t }) => {
    const page = await open("owner", { width: 390 });
    await go(page, ".");
    const drawer = page.getByRole("dialog", { name: t("shell.mainNavigation") });
    for (const section of ["news", "theses", "companies", "deals", "trends", "feeds", "settings"] as const) {
      await page.getByRole("button", { name: t("shell.openNavigation") }).click();
      await drawer.getByRole("link", { name: t(`settings.shell.${section}`), exact: true }).click();
      await expect(drawer).toBeHidden();
      await expect(
        page.getByRole("heading", { level: 1, name: t(`settings.shell.${section}`) }),
      ).toBeVisible();
    }
  });

  test("no page scrolls sideways on a phone", async ({ open, api }) => {
    test.setTimeout(180_000);
    const page = await open("owner", { width: 390 });
    const wide: string[] = [];
    for (const path of await allPages(api)) {
      await go(page, path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) wide.push(`${path} is ${width} wide`);
    }
    expect(wide).toEqual([]);
  });
});
