import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { allPages, emptyPages, signedOutPages } from "./pages";
import { api, go, type Person, unique } from "./product";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// A picture of every step of these would be large and say nothing.
test.use({ trace: "off" });

/** One line per violation: where, how it looked, the rule and the first element that breaks it. */
async function violations(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    // The phone's layout is another one; light is looked at wide and dark narrow.
    await page.setViewportSize(
      colorScheme === "light" ? { width: 1440, height: 900 } : { width: 390, height: 844 },
    );
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const answer = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
      .analyze();
    for (const { id, nodes } of answer.violations)
      found.push(`${where} (${colorScheme}): ${id} at ${nodes[0]?.target}: ${nodes[0]?.failureSummary}`);
  }
  return found;
}

const groups: [what: string, person: Person | undefined, pages: () => Promise<string[]>][] = [
  ["page about news and feeds", "owner", async () => (await allPages()).slice(0, 11)],
  ["page about theses, companies and deals", "owner", async () => (await allPages()).slice(11, 24)],
  ["page of trends and settings", "owner", async () => (await allPages()).slice(24)],
  ["page of an empty workspace", "empty", async () => emptyPages],
  [
    "page before one is in",
    undefined,
    async () => {
      const email = `${unique("axe").replace(" ", ".")}@example.test`;
      const { link } = await api<{ link: string }>("POST", "/invitations", { email, role: "viewer" });
      return signedOutPages(link);
    },
  ],
];

for (const [what, person, pages] of groups) {
  test(`no ${what} breaks an accessibility rule`, async ({ open }) => {
    test.setTimeout(180_000);
    const page = await open(person);
    const found: string[] = [];
    for (const path of await pages()) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await go(page, path);
      found.push(...(await violations(page, path)));
    }
    expect(found).toEqual([]);
  });
}

test("nothing that opens on a page breaks an accessibility rule", async ({ open, t }) => {
  test.setTimeout(180_000);
  const page = await open("owner");
  const found: string[] = [];
  const look = async (what: string) => found.push(...(await violations(page, what)));

  await go(page, "/w/demo/news");
  await page.keyboard.press("j");
  await page.keyboard.press("t");
  await look("which thesis");
  await page.keyboard.press("1");
  await page.keyboard.press("f");
  await look("how strong");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await look("the keys");
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: new RegExp(t("news.filters.thesis")) }).click();
  await expect(page.getByRole("dialog", { name: t("news.filters.thesis") })).toBeVisible();
  await look("the filter of theses");
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("searchbox").fill("mistral");
  await expect(
    page
      .getByRole("dialog")
      .getByRole("menuitem", { name: /mistral/i })
      .first(),
  ).toBeVisible();
  await look("the palette");

  await go(page, "/w/demo/companies/new");
  await page.getByRole("button", { name: t("companies.form.create") }).click();
  await expect(page.getByRole("main").getByRole("alert")).not.toBeEmpty();
  await look("a form with errors");

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: t("shell.openNavigation") }).click();
  await look("the drawer");
  await page.keyboard.press("Escape");

  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, "/w/demo/deals?view=board");
  const [before = "", after = ""] = t("deals.board.drag", { company: "|" }).split("|");
  await page
    .getByRole("button", { name: new RegExp(`^${before}.+${after}$`) })
    .first()
    .waitFor();
  await page.getByText(t("deals.board.moveShort")).first().click();
  await look("a card's stages");

  await go(page, "/w/demo/theses/multimodal");
  await page.getByRole("button", { name: t("theses.retire.do") }).click();
  await look("a question");
  await page.keyboard.press("Escape");
  for (const summary of await page.locator("main summary").all()) await summary.click();
  await look("a thesis unfolded");

  await go(page, "/w/demo/settings/account");
  await page.getByRole("button", { name: t("settings.account.save") }).click();
  await expect(page.getByText(t("settings.account.saved"))).toBeVisible();
  await look("a notice");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page
    .getByRole("button", { name: new RegExp(t("settings.shell.account", { name: "" }).trim()) })
    .click();
  await look("the account menu");
  expect(found).toEqual([]);
});
