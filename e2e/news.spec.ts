import { expect, test } from "./fixtures";
import { go } from "./product";

test("news is added by hand, with its theses, and once only", async ({ open, t, language, api }) => {
  const title = "By hand";
  const url = "https://news.example.test/by-hand";
  const page = await open("analyst");
  await go(page, "news");
  await page
    .getByRole("link", { name: t("news.add") })
    .first()
    .click();
  const add = page.getByRole("button", { name: t("news.form.create") });
  await add.click();
  await expect(page.getByLabel(t("news.fields.title"))).toHaveAccessibleDescription(
    t("news.form.problems.title"),
  );
  const address = page.getByLabel(t("news.fields.url"), { exact: true });
  await page.getByLabel(t("news.fields.title")).fill(title);
  await address.fill(url);
  // On the clocks of the workspace, which are those of Shanghai: still the evening before in UTC.
  await page.getByLabel(t("news.fields.publishedAt")).fill("2024-06-04T01:30");
  await page.getByLabel(t("news.fields.kind")).selectOption("launch");
  await page.getByLabel(t("news.fields.text")).fill("What was written there.");
  const { name } = await api<{ name: { en: string; zh: string } }>("GET", "/theses/multimodal");
  await page.getByRole("checkbox", { name: language === "en" ? name.en : name.zh }).check();
  await add.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("article")).toHaveText("What was written there.");
  const id = page.url().split("/").at(-1);
  expect(await api("GET", `/news/${id}`)).toMatchObject({
    publishedAt: expect.stringMatching(/^2024-06-03T17:30:00/),
    kind: "launch",
    tags: [expect.objectContaining({ thesis: "multimodal", stance: "neutral" })],
  });

  await go(page, "news/new");
  await page.getByLabel(t("news.fields.title")).fill("The same again");
  await address.fill(url);
  await page.getByLabel(t("news.fields.publishedAt")).fill("2024-06-04T01:30");
  await add.click();
  await expect(address).toHaveAccessibleDescription(t("news.form.taken", { title }));
  await page.getByRole("link", { name: t("news.form.openExisting") }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("an address fills the form from what its page says", async ({ open, t, feeds }) => {
  const title = "Looked up";
  const address = feeds.page(
    "/article",
    `<title>${title}</title><meta property="og:title" content="${title}">` +
      `<meta property="article:published_time" content="2024-06-03T08:00:00Z"><meta name="author" content="Lin Wei">`,
  );
  const page = await open("analyst");
  await go(page, "news/new");
  await page.getByLabel(t("news.lookup.address")).fill(address);
  await page.getByRole("button", { name: t("news.lookup.read") }).click();
  await expect(page.getByText(t("news.lookup.found"))).toBeVisible();
  await expect(page.getByLabel(t("news.fields.title"))).toHaveValue(title);
  await expect(page.getByLabel(t("news.fields.publishedAt"))).toHaveValue("2024-06-03T16:00");
  await page.getByRole("button", { name: t("news.form.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Lin Wei")).toBeVisible();
});

test("news is filtered by thesis, by what has no tag, and by Chinese inside a sentence; back undoes it", async ({
  open,
  t,
  language,
  api,
}) => {
  const name = "Filter";
  const thesis = await api<{ slug: string }>("POST", "/theses", {
    name: { en: name, zh: name },
    statement: { en: "Filters find." },
  });
  const add = (title: string, tags: object[] = []) =>
    api("POST", "/news", { title, publishedAt: "2024-05-06T08:00:00Z", tags });
  const tagged = `${name}：本周有团队发布了觊觎已久的饕餮模型`;
  const untagged = `${name} in English, untagged`;
  await add(tagged, [{ thesis: thesis.slug, stance: "for", strength: 2 }]);
  await add(untagged);

  const page = await open("viewer");
  await go(page, `news?q=${name}`);
  const row = (title: string) => page.getByRole("link", { name: title, exact: true });
  await expect(row(tagged)).toBeVisible();
  await expect(row(untagged)).toBeVisible();

  const filters = page.getByRole("search", { name: t("common.filter.label") });
  await filters.getByRole("button", { name: new RegExp(t("news.filters.thesis")) }).click();
  await page
    .getByRole("dialog", { name: t("news.filters.thesis") })
    .getByRole("checkbox", { name })
    .check();
  await expect(page).toHaveURL(new RegExp(`thesis=${thesis.slug}`));
  await page.keyboard.press("Escape");
  await expect(row(untagged)).toHaveCount(0);
  await expect(row(tagged)).toBeVisible();
  await filters
    .getByRole("button", {
      name: t("common.filter.remove", { label: t("news.filters.thesis"), value: name }),
    })
    .click();
  await expect(row(untagged)).toBeVisible();
  await filters.getByRole("checkbox", { name: t("news.filters.untagged") }).check();
  await expect(row(tagged)).toHaveCount(0);
  await expect(row(untagged)).toBeVisible();

  // Back through what was chosen, one step at a time.
  await page.goBack();
  await expect(row(tagged)).toBeVisible();
  await expect(filters.getByRole("checkbox", { name: t("news.filters.untagged") })).not.toBeChecked();
  await page.goBack();
  await expect(row(untagged)).toHaveCount(0);
  await expect(row(tagged)).toBeVisible();

  await filters.getByRole("button", { name: t("common.filter.clear") }).click();
  const search = filters.getByRole("searchbox", { name: t("news.filters.search") });
  await expect(search).toHaveValue("");
  await expect(page).toHaveURL("news");
  for (const words of ["饕餮", "餮", "觊觎"]) {
    await search.fill(words);
    await expect(page).toHaveURL(new RegExp(encodeURIComponent(words)));
    await expect(row(tagged)).toBeVisible();
  }
  await search.fill("nothing 餮");
  await expect(page.getByRole("heading", { name: t("common.list.nothing") })).toBeVisible();

  // From the list to an item and back: the filter is as it was.
  await search.fill(name);
  await row(untagged).click();
  await expect(page.getByRole("heading", { level: 1, name: untagged })).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue(name);
  await expect(row(tagged)).toBeVisible();
  expect(language).toBe(await page.locator("html").getAttribute("lang"));
});

test("an item is tagged on its page, with a note, and keeps the history", async ({
  open,
  t,
  language,
  api,
}) => {
  const title = "Tagged on its page";
  const { id } = await api("POST", "/news", { title, publishedAt: "2024-05-06T08:00:00Z" });
  const { name } = await api<{ name: { en: string; zh: string } }>("GET", "/theses/multimodal");
  const thesis = language === "en" ? name.en : name.zh;
  const page = await open("analyst");
  await go(page, `news/${id}`);
  await page.getByLabel(t("tags.editor.add")).selectOption({ label: thesis });
  await page.getByLabel(`${t("tags.editor.stance")}: ${thesis}`).selectOption("against");
  await expect
    .poll(() => api("GET", `/news/${id}`))
    .toMatchObject({ tags: [{ thesis: "multimodal", stance: "against" }] });
  const tags = page.getByRole("region", { name: t("news.item.tags"), exact: true });
  await tags.getByRole("button", { name: t("tags.editor.addNote") }).click();
  await tags.getByRole("textbox", { name: t("tags.editor.note") }).fill("It says the opposite");
  await tags.getByRole("button", { name: t("tags.editor.saveNote") }).click();
  await expect(page.getByText("It says the opposite").first()).toBeVisible();
  await page.getByRole("button", { name: t("tags.editor.remove", { thesis }) }).click();
  await expect(page.getByText(t("tags.editor.none"))).toBeVisible();
  const history = page.getByRole("region", { name: t("news.item.tagHistory") });
  await expect(history).toContainText("It says the opposite");
});

test("what an item says is read in the list, and goes along from row to row", async ({ open, t, api }) => {
  const mark = "Peek";
  const add = (name: string, day: number) =>
    api("POST", "/news", {
      title: `${mark} ${name}`,
      publishedAt: `2024-05-0${day}`,
      text: `All that ${name} says.`,
    });
  await add("second", 1);
  await add("first", 2);
  const page = await open("viewer");
  await go(page, `news?q=${mark}`);
  const panel = page.getByRole("region", { name: t("news.reading.preview.label") });
  await page.keyboard.press("j");
  await page.keyboard.press("p");
  await expect(panel).toContainText("All that first says.");
  await page.keyboard.press("j");
  await expect(panel).toContainText("All that second says.");
  await expect(panel).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await page
    .getByRole("button", { name: t("news.reading.preview.openThis", { title: `${mark} first` }) })
    .click();
  await expect(panel).toContainText("All that first says.");
});
