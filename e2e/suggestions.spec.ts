import { expect, test } from "./fixtures";
import { api, go, unique } from "./product";

type Item = { id: string; title: string };
type Suggestion = { thesis: string };

/** A word nobody wrote before: letters alone, since a digit in it would be a word that models of other theses know. */
const newWord = () =>
  `zeppelin${Array.from({ length: 8 }, () => "bcdfghjkmx"[Math.floor(Math.random() * 10)]).join("")}x`;

async function suggestedTheses(item: string): Promise<string[]> {
  const { data } = await api<{ data: Suggestion[] }>("GET", `/suggestions?ids=${item}`);
  return data.map(({ thesis }) => thesis);
}

/** An item that a keyword of its own thesis is found in, and that shows suggestions: one in ten does not. */
async function suggestedItem(thesis: string, keyword: string): Promise<Item> {
  for (;;) {
    const title = `About ${keyword} ${newWord()}`;
    const { id } = await api<Item>("POST", "/news", { title, publishedAt: "2024-05-01" });
    if ((await suggestedTheses(id)).includes(thesis)) return { id, title };
  }
}

test("a suggestion says why, and one key accepts or rejects it", async ({ open, t }) => {
  // Its last letter is no plural: the words shown are singular.
  const keyword = newWord();
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
  const chip = chips.getByRole("listitem").filter({ hasText: name });
  await expect(chip).toContainText(keyword);
  await page.keyboard.press("y");
  await expect(chip).toHaveCount(0);
  await expect(async () => {
    expect(await api("GET", `/news/${accepted.id}`)).toMatchObject({
      tags: [{ thesis: slug, origin: "model" }],
    });
  }).toPass();

  await go(page, `/w/demo/news/${rejected.id}`);
  await page.getByRole("button", { name: t("suggestions.chips.reject", { thesis: name }) }).click();
  await expect(page.getByText(t("suggestions.chips.rejected", { thesis: name }))).toBeVisible();
  expect(await api("GET", `/news/${rejected.id}`)).toMatchObject({ tags: [] });
  expect(await suggestedTheses(rejected.id)).not.toContain(slug);

  await go(page, "/w/demo/suggestions");
  const row = page.getByRole("row", { name });
  await expect(row).toContainText("1 / 1");
});

test("in a list, keys answer the row in hand, and n still means neutral while a tag is typed", async ({
  open,
  t,
}) => {
  const keyword = newWord();
  const { slug } = await api<{ slug: string }>("POST", "/theses", {
    name: unique("Balloons"),
    statement: "Freight floats.",
    keywords: [keyword],
  });
  const [lower, upper] = [await suggestedItem(slug, keyword), await suggestedItem(slug, keyword)];
  const page = await open("analyst");
  await go(page, `/w/demo/news?q=${keyword}`);
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
  await go(page, "/w/demo/suggestions");
  await page.getByRole("button", { name: t("suggestions.train.now") }).click();
  await expect(page.getByText(t("suggestions.trainings.waiting", { count: 0 }))).toBeVisible();
  await expect(page.getByRole("table", { name: t("suggestions.models.caption") })).toBeVisible();
});
