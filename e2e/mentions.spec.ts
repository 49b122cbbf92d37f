import { expect, test } from "./fixtures";
import { go } from "./product";

test("an item is linked to the companies it names; one is confirmed, one rejected, and one is new", async ({
  open,
  t,
  api,
}) => {
  const [right, wrong, fresh] = ["Kestrel Labs", "Osprey Labs", "Heron Labs"] as const;
  for (const name of [right, wrong]) await api("POST", "/companies", { name: { en: name } });
  const { id } = await api<{ id: string }>("POST", "/news", {
    title: `${right} and ${wrong} open an office`,
    publishedAt: "2026-01-06",
  });
  type Item = { companies: { found: boolean }[] };
  await expect(async () => {
    expect((await api<Item>("GET", `/news/${id}`)).companies).toHaveLength(2);
  }).toPass();

  const page = await open("analyst");
  await go(page, `news/${id}`);
  const companies = page.getByRole("region", { name: t("news.item.companies") });
  await expect(companies).toContainText(t("news.companies.found", { words: right }));
  await companies.getByRole("button", { name: t("news.companies.confirm", { name: right }) }).click();
  await companies.getByRole("button", { name: t("news.companies.reject", { name: wrong }) }).click();
  await expect(companies.getByRole("link", { name: wrong })).toHaveCount(0);
  await companies.getByRole("combobox").fill(fresh);
  await page.getByRole("option", { name: t("companies.picker.create", { name: fresh }) }).click();
  await expect(companies.getByRole("link", { name: fresh })).toBeVisible();
  expect((await api<Item>("GET", `/news/${id}`)).companies.map(({ found }) => found)).toEqual([false, false]);
});
