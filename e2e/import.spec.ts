import { expect, test } from "./fixtures";
import { go } from "./product";

test("a file of news is checked, its columns set right, imported, and adds nothing the second time", async ({
  open,
  t,
  api,
}) => {
  const content =
    "overskrift,link,date\nImported one,https://imported.example/1,2024-03-01\nImported two,nowhere,2024-03-02\n";
  const page = await open("analyst");
  await go(page, "news/import");
  const choose = (text: string) =>
    page
      .getByLabel(t("news.import.choose"))
      .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await choose(content);
  await expect(page.getByRole("alert").filter({ hasText: "overskrift" })).toBeVisible();
  await choose(content.replace("overskrift", "title"));
  await expect(
    page.getByText(t("news.import.result", { found: 2, created: 1, known: 0, failed: 1 })),
  ).toBeVisible();
  await expect(page.getByRole("table", { name: t("news.import.errors") })).toContainText(
    t("news.import.problems.badUrl"),
  );
  await page.getByRole("button", { name: t("news.import.run", { count: 1 }) }).click();
  await expect(
    page.getByText(t("news.import.imported", { found: 2, created: 1, known: 0, failed: 1 })),
  ).toBeVisible();
  const { data } = await api<{ data: { title: string }[] }>("GET", "/news");
  expect(data.map(({ title }) => title)).toEqual(["Imported one"]);
  await choose(content.replace("overskrift", "title"));
  await expect(
    page.getByText(t("news.import.result", { found: 2, created: 0, known: 1, failed: 1 })),
  ).toBeVisible();
});

test("an import is taken back, and what somebody touched since stays", async ({ open, t, api }) => {
  const mark = "Undone";
  const site = `https://${mark.toLowerCase()}.example`;
  const buffer = Buffer.from(`title,link\n${mark} kept,${site}/1\n${mark} gone,${site}/2\n`);
  const page = await open("analyst");
  await go(page, "news/import");
  const file = { name: `${mark}.csv`, mimeType: "text/csv", buffer };
  await page.getByLabel(t("news.import.choose")).setInputFiles(file);
  await page.getByRole("button", { name: t("news.import.run", { count: 2 }) }).click();
  const undo = page.getByRole("button", { name: t("runs.undo.undo") });
  await expect(undo).toBeVisible();
  const { data } = await api<{ data: { id: string; title: string }[] }>("GET", `/news?q=${mark}`);
  const kept = data.find(({ title }) => title.endsWith("kept"))?.id;
  await api("POST", `/news/${kept}/notes`, { text: "Ask them." });
  await undo.click();
  const confirm = page.getByRole("alertdialog").getByRole("button", { name: t("runs.undo.undo") });
  await confirm.click();

  // What came of it stands on a page of its own, which the list of background work leads to.
  await expect(page.getByText(t("runs.outcomes.undoImport", { removed: 1, kept: 1 }))).toBeVisible();
  await expect(page.getByRole("row", { name: `${mark} kept` })).toContainText(
    t("news.import.left.reasons.note"),
  );
  await page
    .getByRole("navigation", { name: t("settings.nav.label") })
    .getByRole("link", { name: t("settings.nav.runs") })
    .click();
  const rows = page.getByRole("row").filter({ hasText: `${mark}.csv` });
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText(t("runs.kinds.news.import"));
});
