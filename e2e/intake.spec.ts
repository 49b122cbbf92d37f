import { expect, test } from "./fixtures";
import { go } from "./product";

test("the bookmarklet brings the page one reads into the form, and says when it is here already", async ({
  open,
  t,
}) => {
  const title = "Read elsewhere";
  const page = await open("analyst");
  await go(page, "news/bookmarklet");
  const address = page.getByLabel(t("news.bookmarklet.copy"));
  await expect(address).toHaveValue(/^javascript:/);
  const script = decodeURIComponent((await address.inputValue()).replace(/^javascript:/, ""));
  const press = async () => {
    const opened = page.waitForEvent("popup");
    await page.evaluate(script);
    return opened;
  };

  // Any page will do; one of another site would be asked for, which no journey may.
  await go(page, "companies");
  await page.evaluate((name) => {
    document.title = name;
  }, title);
  const form = await press();
  await expect(form.getByLabel(t("news.fields.title"))).toHaveValue(title);
  await form.getByLabel(t("news.fields.publishedAt")).fill("2024-05-01T10:00");
  await form.getByRole("button", { name: t("news.form.create") }).click();
  await expect(form.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await form.close();

  const again = await press();
  await expect(again.getByRole("status").filter({ hasText: t("news.lookup.existing") })).toContainText(title);
});

test("an item gets the whole text of its page when asked to", async ({ open, t, feeds, api }) => {
  const title = "Long read";
  const told = "The last paragraph tells";
  const paragraph =
    "Robots that learn from video need fewer demonstrations than those that are shown each movement by hand, say those who built both.";
  const paragraphs = Array.from({ length: 8 }, () => `<p>${paragraph}</p>`).join("");
  const url = feeds.put("/long-read", {
    type: "text/html",
    body: `<!doctype html><title>${title}</title><nav>Home</nav><article><h1>${title}</h1>${paragraphs}<p>${told}, at length and in order, what had been left out.</p><script>alert(1)</script></article>`,
  });
  const { id } = await api<{ id: string }>("POST", "/news", { title, url, publishedAt: "2024-05-02" });
  const page = await open("analyst");
  await go(page, `news/${id}`);
  await page.getByRole("button", { name: t("news.fullText.get") }).click();
  await expect(page.getByRole("article")).toContainText(told);
  await expect(page.getByRole("article")).not.toContainText("alert");
  expect(await api("GET", `/news?q=${encodeURIComponent(`"${told}"`)}`)).toMatchObject({ data: [{ id }] });

  const gone = await api<{ id: string }>("POST", "/news", {
    title: "Gone",
    url: feeds.address("/gone"),
    publishedAt: "2024-05-02",
  });
  await go(page, `news/${gone.id}`);
  await page.getByRole("button", { name: t("news.fullText.get") }).click();
  await expect(page.getByText(t("feeds.problems.not-found"))).toBeVisible();
});
