import { expect, test } from "./fixtures";
import { go } from "./product";

type Item = { id: string };

test("a rule is written, tried, saved, applied to what is stored and taken back", async ({
  open,
  t,
  api,
}) => {
  const word = "gyroscope";
  const thesis = "Gyroscopes";
  const { slug } = await api<{ slug: string }>("POST", "/theses", { name: thesis, statement: "They spin." });
  const title = `The ${word} returns`;
  const { id } = await api<Item>("POST", "/news", { title, publishedAt: "2026-01-02" });
  const page = await open("analyst");

  await go(page, `rules/new?thesis=${slug}`);
  await page.getByLabel(t("rules.form.name")).fill(`About ${word}`);
  const condition = page.getByLabel(t("rules.form.expression"));
  await condition.fill(`${word} AND (`);
  await page.getByRole("button", { name: t("rules.form.try") }).click();
  const problem = t("filter.problems.missingWord", { at: word.length + 7, near: "" });
  await expect(page.getByText(problem).first()).toBeVisible();
  await expect(condition).toBeFocused();

  await condition.fill(word);
  await page.getByRole("button", { name: t("rules.form.try") }).click();
  const concerned = page.getByRole("list", { name: t("rules.dryRun.list") });
  await expect(concerned).toContainText(title);
  await expect(concerned).toContainText(t("rules.dryRun.outcomes.tag"));
  await expect(concerned).toContainText(t("rules.dryRun.words", { words: word }));

  await page.getByRole("button", { name: t("rules.form.create") }).click();
  await expect(page.getByRole("heading", { name: `About ${word}` })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: thesis })).toBeVisible();
  await page.getByRole("button", { name: t("rules.run.apply") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("rules.run.apply") })
    .click();
  const undo = page.getByRole("button", { name: t("rules.run.undo") });
  await expect(undo).toBeVisible();
  await expect(async () => {
    expect(await api("GET", `/news/${id}`)).toMatchObject({
      tags: [{ thesis: slug, origin: "rule", by: `About ${word}`, note: word }],
    });
  }).toPass();

  await undo.click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("rules.run.undo") })
    .click();
  await expect(page.getByText(t("rules.run.undone"))).toBeVisible();
  expect(await api("GET", `/news/${id}`)).toMatchObject({ tags: [] });
});

test("synonyms are written down, a set per line", async ({ open, t, api }) => {
  const thesis = "Balloons";
  const { slug } = await api<{ slug: string }>("POST", "/theses", { name: thesis, statement: "They rise." });
  const page = await open("analyst");
  await go(page, "rules/synonyms");
  const form = page.getByRole("form", { name: thesis });
  await form.getByLabel(t("rules.synonyms.sets")).fill("balloon");
  await form.getByRole("button", { name: t("rules.synonyms.save") }).click();
  await expect(form.getByText(t("rules.synonyms.problem")).first()).toBeVisible();
  await form.getByLabel(t("rules.synonyms.sets")).fill("balloon, 气球\nairship、飞艇");
  await form.getByRole("button", { name: t("rules.synonyms.save") }).click();
  await expect(page.getByText(t("rules.synonyms.saved"))).toBeVisible();
  expect(await api("GET", `/theses/${slug}/synonyms`)).toMatchObject({
    sets: [
      ["balloon", "气球"],
      ["airship", "飞艇"],
    ],
  });
});
