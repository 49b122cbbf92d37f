import { expect, test } from "./fixtures";
import { go } from "./product";

test("a sample is read blind, the readings differ, and someone settles it", async ({ open, t, api }) => {
  const title = "Read twice";
  const { id } = await api("POST", "/news", { title, publishedAt: "2011-03-05T04:00:00Z" });
  const partner = await open("partner");
  await go(partner, `news/${id}`);
  for (const key of ["1", "f", "2"]) await partner.keyboard.press(key);
  const history = (page: typeof partner) => page.getByRole("heading", { name: t("news.item.tagHistory") });
  await expect(history(partner)).toBeVisible();

  await go(partner, "agreement");
  await partner.getByLabel(t("agreement.draw.reader")).selectOption("analyst");
  await partner.getByLabel(t("agreement.draw.from")).fill("2011-03-05");
  await partner.getByLabel(t("agreement.draw.to")).fill("2011-03-06");
  await partner.getByRole("button", { name: t("agreement.draw.submit") }).click();
  await expect(partner.getByText(t("agreement.draw.drawn", { items: 1, reader: "analyst" }))).toBeVisible();

  const analyst = await open("analyst");
  await go(analyst, `news/${id}`);
  await expect(history(analyst)).toHaveCount(0);
  await go(analyst, "agreement");
  await analyst.getByRole("link", { name: t("agreement.toRead.start") }).click();
  await expect(analyst.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await expect(analyst.getByText(t("agreement.read.lastHint"))).toBeVisible();
  for (const key of ["1", "2", "-"]) await analyst.keyboard.press(key);
  const pressed = analyst.getByRole("main").locator("button[aria-pressed=true]");
  await expect(pressed).toHaveCount(2);
  await analyst.keyboard.press("n");
  await expect(analyst.getByText(t("agreement.round.items", { count: 1 }))).toBeVisible();
  await expect(analyst.getByText(t("agreement.round.few"), { exact: true }).first()).toBeVisible();
  await go(analyst, `news/${id}`);
  await expect(history(analyst)).toBeVisible();

  await go(partner, "agreement/disagreements");
  const dispute = partner.getByRole("article").filter({ hasText: title });
  await expect(dispute).not.toContainText("analyst");
  await dispute.getByLabel(t("agreement.settle.choice")).selectOption("other");
  const settle = dispute.getByRole("button", { name: t("agreement.settle.submit") });
  await settle.click();
  await expect(dispute.getByLabel(t("agreement.settle.reason"))).toHaveAccessibleDescription(
    new RegExp(t("agreement.settle.problems.reason")),
  );
  await dispute.getByLabel(t("agreement.settle.reason")).fill("It is about neither.");
  await settle.click();
  await expect(dispute).toHaveCount(0);
  await partner.getByRole("link", { name: t("agreement.disagreements.settled") }).click();
  await expect(dispute).toContainText("It is about neither.");
  await expect(dispute).toContainText("analyst");
  expect(await api("GET", `/news/${id}`)).toMatchObject({ tags: [] });
});
