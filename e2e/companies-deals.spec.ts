import { expect, test } from "./fixtures";
import { go } from "./product";
import type { Api } from "./workspace";

type Deal = { id: string; version: number };

/** A company with a deal that was just found; names are the company's. */
async function dealWith(api: Api, name: string): Promise<Deal> {
  const company = await api("POST", "/companies", { name: { en: name } });
  return api<Deal>("POST", "/deals", { companyId: company.id, stage: "sourced" });
}

test("a company whose domain is taken says so at the field, by the name of who has it", async ({
  open,
  t,
  api,
}) => {
  const first = "First";
  const domain = "first.example.test";
  await api("POST", "/companies", { name: { en: first }, domain });
  const page = await open("analyst");
  await go(page, "companies");
  await page
    .getByRole("link", { name: t("companies.add") })
    .first()
    .click();
  const name = "Second";
  const create = page.getByRole("button", { name: t("companies.form.create") });
  await create.click();
  await expect(page.getByLabel(t("companies.fields.nameEn"))).toHaveAccessibleDescription(
    new RegExp(t("companies.form.problems.name").replace(".", "\\.")),
  );
  await page.getByLabel(t("companies.fields.nameEn")).fill(name);
  await expect(page.getByLabel(t("companies.fields.nameEn"))).toHaveAttribute("aria-invalid", "false");
  await page.getByLabel(t("companies.fields.nameZh")).fill("第二家");
  const founded = page.getByLabel(t("companies.fields.foundedYear"));
  await founded.fill("19999");
  await create.click();
  await expect(founded).toHaveAccessibleDescription(t("companies.form.problems.foundedYear"));
  await founded.fill("19998");
  await expect(founded).toHaveAttribute("aria-invalid", "false");
  await create.click();
  await expect(founded).toHaveAccessibleDescription(t("companies.form.problems.foundedYear"));
  await founded.fill("1999");
  const field = page.getByLabel(t("companies.fields.domain"));
  await field.fill(`https://www.${domain}/about`);
  await create.click();
  await expect(field).toHaveAccessibleDescription(
    new RegExp(t("companies.form.problems.domainTaken", { name: first }).replace(".", "\\.")),
  );
  await expect(page.getByLabel(t("companies.fields.nameEn"))).toHaveValue(name);
  await expect(
    page.getByRole("link", { name: t("companies.form.openInstead", { name: first }) }),
  ).toBeVisible();
  await field.fill(`second-${domain}`);
  await create.click();
  await expect(page.getByRole("heading", { level: 1, name: /Second|第二家/ })).toBeVisible();
  await expect(page.getByText(`second-${domain}`).first()).toBeVisible();
});

test("a name that is there already is said, with the way to it; a deal starts with what is known", async ({
  open,
  t,
  api,
}) => {
  const [thesis, other] = (
    await api<{ data: { slug: string; name: { en: string; zh: string } }[] }>("GET", "/theses")
  ).data;
  const tags = [{ thesis: thesis?.slug }];
  const { id } = await api("POST", "/companies", { name: { en: "Namesake" }, tags });
  const page = await open("analyst");
  await go(page, "companies/new");
  await page.getByLabel(t("companies.fields.nameEn")).fill("NAMESAKE");
  await page.getByRole("button", { name: t("companies.form.create") }).click();
  await page.getByRole("link", { name: t("companies.form.openSimilar"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/companies/${id}$`));
  await page.getByRole("link", { name: t("companies.page.logDeal") }).click();
  const check = (of: typeof thesis) =>
    page.getByRole("checkbox", { name: new RegExp(`^(${of?.name.en}|${of?.name.zh})$`) });
  await expect(check(thesis)).toBeChecked();
  await expect(check(other)).not.toBeChecked();
  const owner = page.getByLabel(t("deals.fields.owner"));
  await expect(owner.locator("option:checked")).not.toHaveText(t("deals.form.nobody"));
  await owner.selectOption("");
  await page.getByRole("button", { name: t("deals.form.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Namesake" })).toBeVisible();
  const deal = await api("GET", `/deals/${page.url().split("/").at(-1)}`);
  expect(deal).toMatchObject({ ownerId: null, theses: [{ thesis: thesis?.slug }] });
});

test("a deal is logged with a company found by typing", async ({ open, t, api }) => {
  const company = "Typed";
  await api("POST", "/companies", { name: { en: company, zh: `饕餮${company}` } });
  const page = await open("analyst");
  await go(page, "deals");
  await page
    .getByRole("link", { name: t("deals.add") })
    .first()
    .click();
  const picker = page.getByRole("combobox", { name: t("deals.fields.company") });
  // As an input method writes it: while the word is composed, the arrows and Enter are its own.
  const keyboard = await page.context().newCDPSession(page);
  await picker.focus();
  await keyboard.send("Input.imeSetComposition", { text: "饕餮", selectionStart: 2, selectionEnd: 2 });
  await page.getByRole("option").filter({ hasText: company }).waitFor();
  for (const key of ["ArrowDown", "Enter"])
    await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key });
  await expect(picker).not.toHaveAttribute("aria-activedescendant");
  await keyboard.send("Input.insertText", { text: "饕餮" });
  await expect(picker).toHaveValue("饕餮");
  await picker.fill(company);
  await expect(page.getByRole("option").filter({ hasText: "饕餮" })).toHaveCount(1);
  await picker.press("ArrowDown");
  await picker.press("Enter");
  await page.getByLabel(t("deals.fields.round")).fill("Seed");
  await page.getByLabel(t("deals.fields.amount")).fill("120万");
  await page.getByRole("button", { name: t("deals.form.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("companies.stages.seed") })).toBeVisible();
  const id = page.url().split("/").at(-1);
  expect(await api("GET", `/deals/${id}`)).toMatchObject({ amount: { value: "1200000.00" }, round: "Seed" });
});

test("a card moves by its menu and by drag keys; passing asks why; all of it is history", async ({
  open,
  t,
  language,
  api,
}) => {
  const company = "Board";
  const { id } = await dealWith(api, company);
  const { data } = await api<{
    data: { stages: { slug: string; kind: string; name: { en: string; zh: string } }[] }[];
  }>("GET", "/pipelines");
  const stages = data[0]?.stages ?? [];
  const nameOf = (stage: (typeof stages)[number] | undefined) =>
    (language === "en" ? stage?.name.en : stage?.name.zh) ?? "";
  const [found, second, third] = stages;
  const lost = stages.find(({ kind }) => kind === "lost");
  const deal = () => api<{ stage: string; passReason: string | null }>("GET", `/deals/${id}`);

  const page = await open("analyst");
  await go(page, "deals?view=board");
  const column = (stage: typeof found) => page.getByRole("region", { name: nameOf(stage), exact: true });
  const card = page.getByRole("article", { name: company });
  const handle = page.getByRole("button", { name: t("deals.board.drag", { company }) });
  const menu = page.getByRole("button", { name: t("deals.board.move", { company }) });

  await expect(column(found).getByRole("article", { name: company })).toBeVisible();
  await handle.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(column(second).getByRole("article", { name: company })).toBeVisible();
  await expect.poll(deal).toMatchObject({ stage: second?.slug });

  await menu.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: nameOf(third), exact: true }).press("Enter");
  await expect(column(third).getByRole("article", { name: company })).toBeVisible();
  await expect(menu).toBeFocused();
  await expect.poll(deal).toMatchObject({ stage: third?.slug });

  await menu.press("Enter");
  await page.getByRole("menuitem", { name: nameOf(lost), exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: t("deals.reason.title", { company }) });
  const reason = dialog.getByLabel(t("deals.reason.reason"));
  await dialog.getByRole("button", { name: t("deals.reason.confirm") }).click();
  await expect(reason).toHaveAccessibleDescription(t("deals.reason.reasonMissing"));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await deal()).toMatchObject({ stage: third?.slug });
  await menu.press("Enter");
  await page.getByRole("menuitem", { name: nameOf(lost), exact: true }).press("Enter");
  await reason.fill("Too early for us");
  await dialog.getByRole("button", { name: t("deals.reason.confirm") }).click();
  // A stage that ends deals is a strip with its count until it is opened; it stays open for this reader.
  const strip = column(lost).getByRole("button", { name: nameOf(lost), exact: true });
  await expect(strip).toBeFocused();
  await expect(strip).toHaveAttribute("aria-expanded", "false");
  await expect(card).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(column(lost).getByRole("article", { name: company })).toBeVisible();
  await page.reload();
  await expect(column(lost).getByRole("article", { name: company })).toBeVisible();
  await expect.poll(deal).toMatchObject({ stage: lost?.slug, passReason: "Too early for us" });

  await card.getByRole("link", { name: company }).click();
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible();
  const history = page.getByRole("region", { name: t("deals.page.history"), exact: true });
  await expect(history.getByRole("heading", { level: 3 })).toHaveText([
    t("deals.page.movedTo", { from: nameOf(third), stage: nameOf(lost) }),
    t("deals.page.movedTo", { from: nameOf(second), stage: nameOf(third) }),
    t("deals.page.movedTo", { from: nameOf(found), stage: nameOf(second) }),
    t("deals.page.entered", { stage: nameOf(found) }),
  ]);
  await expect(history.getByRole("listitem").first()).toContainText("Too early for us");

  const crumbs = page.getByRole("navigation", { name: t("common.breadcrumbs") });
  await expect(crumbs).toHaveText(t("deals.title"));

  // And back from its own page, by keyboard; what is pressed at once after that is not lost.
  const bar = page.getByRole("list", { name: t("deals.page.moveTo") });
  const step = (stage: typeof found) => bar.getByRole("button", { name: nameOf(stage), exact: true });
  await expect(step(lost)).toBeDisabled();
  await step(second).press("Enter");
  await step(lost).click();
  await reason.fill("Still too early");
  await expect(history.getByRole("heading", { level: 3 })).toHaveCount(5);
  await dialog.getByRole("button", { name: t("deals.reason.confirm") }).click();
  await expect(history.getByRole("heading", { level: 3 })).toHaveCount(6);
  await expect(step(lost)).toHaveAttribute("aria-current", "step");
  await step(found).click();
  await step(third).click();
  await expect(history.getByRole("heading", { level: 3 })).toHaveCount(8);
  await expect.poll(deal).toMatchObject({ stage: third?.slug });
});

test("the board is as high as the window, and a stage takes a card at any height", async ({
  open,
  t,
  api,
}) => {
  const company = "Dragged";
  for (let more = 1; more <= 10; more++) await dealWith(api, `More ${more}`);
  const { id } = await dealWith(api, company);
  const page = await open("analyst");
  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, "deals?view=board");
  const fits = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      return scrollWidth <= clientWidth && scrollHeight <= clientHeight;
    });
  expect(await fits()).toBe(true);
  const columns = page.getByRole("main").locator("section section");
  await expect(columns).toHaveCount(7);
  for (const column of await columns.all()) await expect(column).toBeInViewport({ ratio: 1 });

  await page.getByRole("button", { name: t("deals.board.drag", { company }) }).waitFor();
  const from = await page.getByRole("article", { name: company }).boundingBox();
  const to = await columns.nth(3).boundingBox();
  if (!from || !to) throw new Error("the board shows no such card or column");
  await page.mouse.move(from.x + 20, from.y + from.height - 6);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height + 10, { steps: 5 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 20, { steps: 10 });
  await page.mouse.up();
  await expect(columns.nth(3).getByRole("article", { name: company })).toBeVisible();
  await expect.poll(() => api("GET", `/deals/${id}`)).toMatchObject({ stage: "committee" });

  const folded = columns.locator("button[aria-expanded=false]:not([aria-haspopup])");
  while ((await folded.count()) > 0) await folded.first().click();
  expect(await fits()).toBe(true);
});

test("two who edit the same deal: the second is told, and nothing is lost", async ({ open, t, api }) => {
  const { id } = await dealWith(api, "Edited twice");
  const page = await open("analyst");
  await go(page, `deals/${id}/edit`);
  await api("PATCH", `/deals/${id}`, { nextStep: "Call the founders" });
  await page.getByLabel(t("deals.fields.round")).fill("Series A");
  await page.getByRole("button", { name: t("common.actions.save") }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("deals.errors.stale"));
  await expect(page.getByLabel(t("deals.fields.round"))).toHaveValue("Series A");
  expect(await api("GET", `/deals/${id}`)).toMatchObject({ nextStep: "Call the founders", round: null });

  // What the other saved comes into fields nobody touched here, and stands beside the one that both changed.
  await api("PATCH", `/deals/${id}`, { round: "Seed" });
  await page.getByRole("button", { name: t("common.form.loadSaved") }).click();
  await expect(page.getByLabel(t("deals.fields.nextStep"))).toHaveValue("Call the founders");
  await expect(page.getByText(t("common.form.savedMeanwhile", { value: "Seed" }))).toBeVisible();
  await page.getByRole("button", { name: t("common.actions.save"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("companies.stages.series-a") })).toBeVisible();
  expect(await api("GET", `/deals/${id}`)).toMatchObject({
    nextStep: "Call the founders",
    round: "Series A",
  });
});
