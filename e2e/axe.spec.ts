import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { allPages, emptyPages, pagesAbout, pagesLeftOut, signedOutPages, topics } from "./pages";
import { go } from "./product";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// A picture of every step of these would be large and say nothing.
test.use({ trace: "off" });
// Most of them only read, and they take long: side by side.
test.describe.configure({ mode: "parallel", timeout: 180_000 });

/** One line per violation: where, how it looked, the rule and the first element that breaks it. */
async function violations(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    // The phone's layout is another one; light is looked at wide and dark narrow.
    await page.setViewportSize(
      colorScheme === "light" ? { width: 1440, height: 900 } : { width: 390, height: 844 },
    );
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // A row out of sight is not laid out anew; where its parts stand is only known once it is.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll<HTMLElement>("[data-news-row]"))
        row.style.contentVisibility = "visible";
    });
    const answer = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
      .analyze();
    for (const { id, nodes } of answer.violations)
      found.push(`${where} (${colorScheme}): ${id} at ${nodes[0]?.target}: ${nodes[0]?.failureSummary}`);
  }
  return found;
}

async function violationsOn(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await go(page, path);
    found.push(...(await violations(page, path)));
  }
  return found;
}

test.describe("in the demo", () => {
  test.use({ content: "demo" });

  for (const topic of topics)
    test(`no page of ${topic} breaks an accessibility rule`, async ({ open, api }) => {
      const page = await open("owner");
      expect(await violationsOn(page, await pagesAbout(topic, api))).toEqual([]);
    });

  test("no page is left out", async ({ api }) => {
    // The first only leads on; a round and a run are looked at below, in a workspace that has them.
    const others = ["/", "agreement/a-round", "settings/runs/a-run", ...signedOutPages("/invitation/a-link")];
    expect(pagesLeftOut([...(await allPages(api)), ...others])).toEqual([]);
  });

  test("nothing that opens on a page breaks an accessibility rule", async ({ open, t }) => {
    const page = await open("owner");
    const found: string[] = [];
    const look = async (what: string) => found.push(...(await violations(page, what)));

    await go(page, "news");
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

    await go(page, "companies/new");
    await page.getByRole("button", { name: t("companies.form.create") }).click();
    await expect(page.getByRole("main").getByRole("alert")).not.toBeEmpty();
    await look("a form with errors");

    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: t("shell.openNavigation") }).click();
    await look("the drawer");
    await page.keyboard.press("Escape");

    await page.setViewportSize({ width: 1440, height: 900 });
    await go(page, "deals?view=board");
    const button = (key: "drag" | "move") => {
      const [before = "", after = ""] = t(`deals.board.${key}`, { company: "|" }).split("|");
      return page.getByRole("button", { name: new RegExp(`^${before}.+${after}$`) }).first();
    };
    await button("drag").waitFor();
    await button("move").click();
    await look("a card's stages");

    await go(page, "theses/multimodal");
    await page.getByRole("button", { name: t("theses.retire.do") }).click();
    await look("a question");
    await page.keyboard.press("Escape");
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await look("a thesis unfolded");

    expect(found).toEqual([]);
  });
});

test.describe("in a workspace with nothing in it", () => {
  test.use({ content: "nothing" });

  test("no page breaks an accessibility rule", async ({ open }) => {
    expect(await violationsOn(await open("owner"), emptyPages)).toEqual([]);
  });
});

test("no page before one is in breaks an accessibility rule", async ({ open, api, workspace }) => {
  const invitation = { email: workspace.address("invited"), role: "viewer" };
  const { link } = await api<{ link: string }>("POST", "/invitations", invitation);
  expect(await violationsOn(await open(), signedOutPages(link))).toEqual([]);
});

test("nothing that the demo does not have breaks an accessibility rule", async ({ open, t, api }) => {
  const { id } = await api("POST", "/news", { title: "Read twice", publishedAt: "2024-05-06T08:00:00Z" });
  const page = await open("owner");
  await go(page, `news/${id}`);
  for (const key of ["1", "f", "2"]) await page.keyboard.press(key);
  await expect.poll(() => api("GET", `/news/${id}`)).toMatchObject({ tags: [{ stance: "for" }] });
  const { data } = await api<{ data: { id: string; name: string }[] }>("GET", "/members");
  const reader = data.find(({ name }) => name === "analyst")?.id;
  const round = await api("POST", "/agreement/rounds", { reader });
  await api("POST", "/suggestions/train");
  const runs = await api<{ data: { id: string }[] }>("GET", "/runs?limit=1");
  const found = await violationsOn(page, [`agreement/${round.id}`, `settings/runs/${runs.data[0]?.id}`]);
  const look = async (what: string) => found.push(...(await violations(page, what)));

  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, "settings/account");
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
