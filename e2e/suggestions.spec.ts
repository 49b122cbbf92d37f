import { expect, test } from "./fixtures";
import { api, go, unique } from "./product";

type Item = { id: string; title: string };

/** An item that a keyword of its own thesis is found in, and that shows suggestions: one in ten does not. */
async function suggestedItem(thesis: string, keyword: string): Promise<Item> {
  for (;;) {
    const title = unique(`About ${keyword}`);
    const { id } = await api<Item>("POST", "/news", { title, publishedAt: "2024-05-01" });
    const { data } = await api<{ data: { thesis: string }[] }>("GET", `/suggestions?ids=${id}`);
    if (data.some((one) => one.thesis === thesis)) return { id, title };
  }
}

test("a suggestion says why, and one key accepts or rejects it", async ({ open, t }) => {
  // Its last letter is no plural: the words shown are singular.
  const keyword = `${unique("zeppelin").replace(" ", "")}x`;
  const name = unique("Airships");
  const { slug } = await api<{ slug: string }>("POST", "/theses", {
    name,
    statement: "Freight returns to the air.",
    keywords: [keyword],
  });
  const [accepted, rejected] = [await suggestedItem(slug, keyword), await suggestedItem(slug, keyword)];
  const page = await open("analyst");

  await go(page, `/w/demo/news/${accepted.id}`);
  const chips = page.getByRole("list", { name: t("suggestions.chips.label", { title: accepted.title }) });
  await expect(chips).toContainText(name);
  await expect(chips).toContainText(keyword);
  await page.keyboard.press("y");
  await expect(chips).toHaveCount(0);
  await expect(async () => {
    expect(await api("GET", `/news/${accepted.id}`)).toMatchObject({
      tags: [{ thesis: slug, origin: "model" }],
    });
  }).toPass();

  await go(page, `/w/demo/news/${rejected.id}`);
  await page.getByRole("button", { name: t("suggestions.chips.reject", { thesis: name }) }).click();
  await expect(page.getByText(t("suggestions.chips.rejected", { thesis: name }))).toBeVisible();
  expect(await api("GET", `/news/${rejected.id}`)).toMatchObject({ tags: [] });
  expect(await api("GET", `/suggestions?ids=${rejected.id}`)).toEqual({ data: [] });

  await go(page, "/w/demo/suggestions");
  const row = page.getByRole("row", { name });
  await expect(row).toContainText("1 / 1");
});

test("the page of models says what was learned and how well", async ({ open, t }) => {
  const page = await open("analyst");
  await go(page, "/w/demo/suggestions");
  await page.getByRole("button", { name: t("suggestions.train.now") }).click();
  await expect(page.getByText(t("suggestions.trainings.waiting", { count: 0 }))).toBeVisible();
  await expect(page.getByRole("table", { name: t("suggestions.models.caption") })).toBeVisible();
});
