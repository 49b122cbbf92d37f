import { expect, test } from "./fixtures";
import { go } from "./product";
import type { Api } from "./workspace";

type Item = { id: string; title: string };
type Suggestion = { thesis: string };

async function suggestedTheses(api: Api, item: string): Promise<string[]> {
  const { data } = await api<{ data: Suggestion[] }>("GET", `/suggestions?ids=${item}`);
  return data.map(({ thesis }) => thesis);
}

/** An item that a keyword of a thesis is found in, and that shows suggestions: one in ten does not. */
async function suggestedItem(api: Api, thesis: string, title: string): Promise<Item> {
  // Each try has a title of its own, and no other words.
  for (let end = ""; ; end += "!") {
    const item = await api<Item>("POST", "/news", { title: `${title}${end}`, publishedAt: "2024-05-01" });
    if ((await suggestedTheses(api, item.id)).includes(thesis)) return item;
  }
}

test("a suggestion says why, and one key accepts or rejects it", async ({ open, t, api }) => {
  // Its last letter is no plural: the words shown are singular.
  const keyword = "zeppelin";
  const name = "Airships";
  const { slug } = await api<{ slug: string }>("POST", "/theses", {
    name,
    statement: "Freight returns to the air.",
    keywords: [keyword],
  });
  const accepted = await suggestedItem(api, slug, "A zeppelin crosses the sea");
  const rejected = await suggestedItem(api, slug, "Nobody wants the old zeppelin hall");
  const page = await open("analyst");

  await go(page, `news/${accepted.id}`);
  const chips = page.getByRole("list", { name: t("suggestions.chips.label", { title: accepted.title }) });
  const chip = chips.getByRole("listitem").filter({ hasText: name });
  await expect(chip).toContainText(t("suggestions.chips.whyKeywords", { words: keyword }));
  await expect(chip).not.toContainText("%");
  await page.keyboard.press("y");
  await expect(chip).toHaveCount(0);
  await expect(async () => {
    expect(await api("GET", `/news/${accepted.id}`)).toMatchObject({
      tags: [{ thesis: slug, origin: "model" }],
    });
  }).toPass();

  await go(page, `news/${rejected.id}`);
  await page.getByRole("button", { name: t("suggestions.chips.reject", { thesis: name }) }).click();
  await expect(page.getByText(t("suggestions.chips.rejected", { thesis: name }))).toBeVisible();
  expect(await api("GET", `/news/${rejected.id}`)).toMatchObject({ tags: [] });
  expect(await suggestedTheses(api, rejected.id)).not.toContain(slug);

  await go(page, "suggestions");
  const row = page.getByRole("row", { name });
  await expect(row).toContainText("1 / 1");
});

test("in a list, keys answer the row in hand, and n still means neutral while a tag is typed", async ({
  open,
  t,
  api,
}) => {
  const keyword = "gasbag";
  const { slug } = await api<{ slug: string }>("POST", "/theses", {
    name: "Balloons",
    statement: "Freight floats.",
    keywords: [keyword],
  });
  const lower = await suggestedItem(api, slug, "A gasbag is filled at dawn");
  const upper = await suggestedItem(api, slug, "The gasbag comes down again");
  const page = await open("analyst");
  await go(page, `news?q=${keyword}`);
  const hand = ({ title }: Item) => page.getByRole("link", { name: title, exact: true });
  const chips = ({ title }: Item) =>
    page.getByRole("list", { name: t("suggestions.chips.label", { title }) }).getByRole("listitem");
  const [below, above] = [await chips(lower).count(), await chips(upper).count()];

  await hand(lower).focus();
  await page.keyboard.press("1");
  await page.keyboard.press("n");
  await page.keyboard.press("2");
  await expect(async () => {
    const { tags } = await api<{ tags: object[] }>("GET", `/news/${lower.id}`);
    expect(tags).toMatchObject([{ stance: "neutral", strength: 2, origin: "person" }]);
  }).toPass();
  await expect(chips(lower)).toHaveCount(below);
  await page.keyboard.press("y");
  await expect(async () => expect(await chips(lower).count()).toBeLessThan(below)).toPass();
  await expect(chips(upper)).toHaveCount(above);
});

test("the page of models says what was learned and how well", async ({ open, t }) => {
  const page = await open("analyst");
  await go(page, "suggestions");
  await page.getByRole("button", { name: t("suggestions.train.now") }).click();
  await expect(page.getByText(t("suggestions.trainings.waiting", { count: 0 }))).toContainText(
    t("suggestions.trainings.due", { count: 25 }),
  );
  await expect(page.getByRole("table", { name: t("suggestions.models.caption") })).toBeVisible();
});
