import { expect, test } from "./fixtures";
import { go } from "./product";

test("a thesis is written down, reworded with the former wording kept, retired and restored", async ({
  open,
  t,
  language,
}) => {
  const name = "Wording";
  const [statement, other] =
    language === "en"
      ? (["theses.form.statementEn", "theses.form.statementZh"] as const)
      : (["theses.form.statementZh", "theses.form.statementEn"] as const);
  const [gone, come] = language === "en" ? ["most", "nearly all"] : ["大多数", "几乎所有"];
  const says = (how: string) =>
    language === "en" ? `Small models answer ${how} questions.` : `小模型能回答${how}问题。`;
  const [first, second] = [says(gone), says(come)];
  const page = await open("analyst");
  await go(page, "theses");
  await page
    .getByRole("link", { name: t("theses.add") })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: t("theses.form.newTitle") })).toBeVisible();

  // Without a statement it is not written down, and says so at the field.
  await page.getByLabel(t("theses.form.nameEn")).fill(name);
  await page.getByRole("button", { name: t("theses.form.create") }).click();
  await expect(page.getByLabel(t("theses.form.statementEn"))).toHaveAccessibleDescription(
    t("theses.form.problems.statement"),
  );
  await page.getByLabel(t(statement)).fill(first);
  await page.getByLabel(t("theses.form.fields.keywords")).fill("small model, 小模型");
  await page.getByRole("button", { name: t("theses.form.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("main").getByText(first).first()).toBeVisible();

  await page.getByRole("link", { name: t("theses.page.edit") }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: t("theses.form.editTitle", { name }) }),
  ).toBeVisible();
  // The language nobody wrote in stays empty: it only shows the same text.
  await expect(page.getByLabel(t(other))).toHaveValue("");
  await page.getByLabel(t(statement)).fill(second);
  await page.getByLabel(t("theses.form.fields.note")).fill("The benchmarks of spring");
  await page.getByRole("button", { name: t("theses.form.save") }).click();
  await expect(page.getByText(second).first()).toBeVisible();

  const versions = page.getByRole("region", { name: t("theses.versions.title") });
  await expect(versions.getByRole("group")).toHaveCount(2);
  const newest = versions.getByRole("group").first();
  await expect(newest).toContainText(t("theses.versions.current"));
  await expect(newest).toContainText("The benchmarks of spring");
  await expect(newest.getByRole("deletion")).toHaveText(gone);
  await expect(newest.getByRole("insertion")).toHaveText(come);
  await versions.getByText(t("theses.versions.number", { number: 1 })).click();
  await expect(versions.getByText(first)).toBeVisible();

  await page.getByRole("button", { name: t("theses.retire.do") }).click();
  const question = page.getByRole("alertdialog", { name: t("theses.retire.title") });
  await question.getByRole("button", { name: t("theses.retire.do") }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("main").getByText(t("theses.page.retired"), { exact: true })).toBeVisible();
  await go(page, "news/new");
  await expect(page.getByRole("checkbox", { name })).toHaveCount(0);
  await go(page, "theses");
  await expect(page.getByRole("link", { name })).toBeHidden();
  await page
    .getByText(new RegExp(`^${t("theses.page.retired")}\\s?[(（]`))
    .first()
    .click();
  await page.getByRole("link", { name }).click();

  await page.getByRole("button", { name: t("theses.retire.restore") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: t("theses.retire.restore") })
    .click();
  await expect(page.getByRole("button", { name: t("theses.retire.do") })).toBeVisible();
  await go(page, "theses");
  await expect(page.getByRole("link", { name })).toBeVisible();
});
