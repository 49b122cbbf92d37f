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
