import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { go } from "./product";
import type { Words } from "./words";
import type { Api } from "./workspace";

const list = "companies";

/** The filter box with its language: it arrives with the focus. */
async function filterBox(page: Page, t: Words) {
  const plain = page.getByRole("textbox", { name: t("filter.box.label"), exact: true });
  const before = await plain.boundingBox();
  await plain.click();
  const box = page.getByRole("combobox", { name: t("filter.box.label"), exact: true });
  await expect(box).toBeFocused();
  expect((await box.boundingBox())?.width).toBeCloseTo(before?.width ?? 0, 0);
  return box;
}

/** What is broken in what is open; the rest of the page is hidden from assistive technology meanwhile. */
async function breaksIn(page: Page, ...parts: string[]) {
  const open = parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page }));
  const { violations } = await open.disableRules("region").analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`);
}

/** Saves what the list shows as a view of the team and pins it; the link to it in the navigation. */
async function saveView(page: Page, t: Words, name: string) {
  await page.getByRole("button", { name: t("views.menu.label"), exact: true }).click();
  await page.getByRole("menuitem", { name: t("views.menu.save") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("views.form.name")).fill(name);
  await dialog.getByLabel(t("views.form.team")).check();
  await dialog.getByLabel(t("views.form.pin")).check();
  expect(await breaksIn(page, "[role=dialog]")).toEqual([]);
  await dialog.getByRole("button", { name: t("views.form.save") }).click();
  await expect(page).toHaveURL(/view=/);
  const pinned = page
    .getByRole("navigation", { name: t("shell.mainNavigation") })
    .getByRole("link", { name });
  await expect(pinned).toHaveAttribute("aria-current", "true");
  return pinned;
}

/** Two companies named so, of which one is of the country. */
async function companiesOf(api: Api, mark: string, country: string): Promise<void> {
  await api("POST", "/companies", { name: { en: `${mark} One` }, country, stage: "seed" });
  await api("POST", "/companies", { name: { en: `${mark} Two` }, country: "FR", stage: "seed" });
}

test("a filter is typed with completion, applied, and taken away part by part", async ({
  open,
  t,
  api,
  language,
}) => {
  const mark = "Kyoto";
  await companiesOf(api, mark, "JP");
  const page = await open("analyst");
  await go(page, list);
  const box = await filterBox(page, t);
  const field = language === "en" ? "country" : "国家";
  await box.pressSequentially(`${mark} ${field.slice(0, 2)}`);
  await page.getByRole("option", { name: field, exact: true }).waitFor();
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(box).toHaveValue(`${mark} ${field}:`);
  await box.pressSequentially(language === "en" ? "Jap" : "日");
  await page.getByRole("option", { name: language === "en" ? "Japan" : "日本" }).waitFor();
  expect(await breaksIn(page, "[role=combobox]", "[role=listbox]")).toEqual([]);
  await box.press("ArrowDown");
  await box.press("Enter");
  await box.press("Escape");
  await box.press("Enter");
  await expect(page).toHaveURL(/country=JP/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByText(t("views.total.exact.companies", { count: 1 }))).toBeVisible();
  const chips = page.getByRole("group", { name: t("common.filter.active") });
  await chips.getByRole("button", { name: new RegExp(t("companies.fields.country")) }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
});

test("a filter that cannot be read says what and where; what is not there finds nothing", async ({
  open,
  t,
}) => {
  const page = await open("analyst");
  await go(page, list);
  const box = await filterBox(page, t);
  await box.fill('country:CN ("open');
  await box.press("Enter");
  await expect(box).toHaveAccessibleDescription(/12|13/);
  await expect(page.locator("mark")).toBeVisible();
  await expect(page).not.toHaveURL(/where/);
  await go(page, `${list}?where=thesis:nosuch`);
  await expect(page.getByRole("button", { name: /nosuch/ })).toBeVisible();
  await expect(page.getByText(t("common.list.nothing"))).toBeVisible();
});

test("a view is saved for the team, pinned, opened from the navigation, and opens the list", async ({
  open,
  t,
  api,
}) => {
  await companiesOf(api, "Seoul", "KR");
  const name = "Korea";
  const page = await open("partner");
  await go(page, `${list}?country=KR`);
  const pinned = await saveView(page, t, name);

  await go(page, ".");
  await pinned.click();
  await expect(page).toHaveURL(/country=KR/);
  await expect(page.getByRole("row")).toHaveCount(2);

  await page.getByRole("button", { name: t("views.menu.current", { name }) }).click();
  await page.getByRole("menuitem", { name: t("views.menu.open"), exact: true }).click();
  await expect(page.getByText(t("views.opened", { name }))).toBeVisible();
  await go(page, list);
  await expect(page).toHaveURL(/view=.*country=KR/);
  await page.getByRole("link", { name: t("views.showAll") }).click();
  await expect(page).toHaveURL(/view=none$/);
  await expect(page.getByText(t("views.opened", { name }))).toHaveCount(0);

  const other = await open("analyst");
  await go(other, `${list}?country=KR`);
  await other.getByRole("button", { name: t("views.menu.label"), exact: true }).click();
  await expect(other.getByRole("menuitem", { name })).toBeVisible();
});

test("a view's CSV is read without signing in until its links end", async ({ open, t, api, request }) => {
  await companiesOf(api, "Malmo", "SE");
  const view = await api("POST", "/views", {
    name: "Sweden",
    record: "companies",
    filter: { and: [{ field: "country", op: "eq", value: "SE" }] },
    columns: ["name", "country"],
    access: "team",
  });
  const page = await open("owner");
  await go(page, `${list}?view=${view.id}`);
  await expect(page.getByRole("columnheader")).toHaveCount(2);
  const openLinks = async () => {
    await page
      .getByRole("button", { name: /Sweden/ })
      .first()
      .click();
    await page.getByRole("menuitem", { name: t("views.menu.link") }).click();
  };
  await openLinks();
  await page.getByRole("button", { name: t("views.link.make") }).click();
  const csv = await page.getByRole("textbox", { name: t("views.link.csv") }).inputValue();
  const answer = await request.get(csv);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("Malmo One");
  await page.getByRole("button", { name: t("views.link.end") }).click();
  await expect(page.getByText(t("views.link.none"))).toBeVisible();
  expect((await request.get(csv)).status()).toBe(404);
});

test("a table is sorted by its heads and shows the columns one chooses", async ({ open, t, api }) => {
  await companiesOf(api, "Lyon", "DE");
  const page = await open("viewer", { width: 390 });
  await go(page, list);
  const name = page.getByRole("columnheader", { name: t("companies.fields.name") });
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  await name.getByRole("link").click();
  await expect(name).toHaveAttribute("aria-sort", "descending");
  await name.getByRole("link").click();
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("button", { name: t("common.table.columns") }).click();
  await page.getByRole("checkbox", { name: t("companies.fields.foundedYear") }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: t("companies.fields.foundedYear") })).toBeVisible();
  await expect(page).toHaveURL(/columns=.*foundedYear/);
});

test("deals are sorted by a head, and a view of them keeps the order and the columns", async ({
  open,
  t,
  api,
}) => {
  for (const [name, amount] of [
    ["Porto Small", 1_000_000],
    ["Porto Large", 5_000_000],
  ] as const) {
    const company = await api("POST", "/companies", { name: { en: name } });
    const money = { value: amount, currency: "USD" };
    await api("POST", "/deals", {
      companyId: company.id,
      stage: "sourced",
      amount: money,
      lead: `${name} Lead`,
    });
  }
  const page = await open("partner");
  await go(page, "deals?q=Porto");
  const head = page.getByRole("columnheader", { name: t("deals.fields.amount") });
  const first = page.getByRole("row").nth(1);
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(first).toContainText("Porto Large");
  await page.getByRole("button", { name: t("common.table.columns") }).click();
  await page.getByRole("checkbox", { name: t("deals.fields.lead") }).check();
  expect(await breaksIn(page, "[role=dialog]")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(first).toContainText("Porto Large Lead");
  await expect(page).toHaveURL(/columns=company,.*lead/);
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");

  const pinned = await saveView(page, t, "Porto");
  await go(page, ".");
  await pinned.click();
  await expect(page).toHaveURL(/deals\?view=.*sort=amount/);
  await expect(first).toContainText("Porto Small Lead");
  await expect(page.getByText(t("views.total.exact.deals", { count: 2 }))).toBeVisible();
});
