import { expect, test } from "./fixtures";
import { go } from "./product";

type News = { data: { title: string; tags: { thesis: string; stance: string; strength: number }[] }[] };

test("a feed's news is tagged by keyboard alone, moves the chart, and is behind its point", async ({
  open,
  t,
  feeds,
  api,
}) => {
  const name = "Journey";
  const thesis = await api<{ id: string; slug: string }>("POST", "/theses", {
    name: { en: name },
    statement: { en: "Journeys arrive." },
  });
  const items = [1, 2, 3].map((day) => ({
    title: `${name} item ${day}`,
    published: `2024-07-0${day}T09:00:00Z`,
  }));
  const feed = feeds.rss("/feed.xml", name, items);
  const site = feeds.page("/site", `<link rel="alternate" type="application/rss+xml" href="${feed}">`);

  // By the site's address: its feed is found and shown before it is kept.
  const page = await open("owner");
  await go(page, "feeds/new");
  await page.getByLabel(t("feeds.finder.address")).fill(site);
  await page.getByRole("button", { name: t("feeds.finder.look") }).click();
  const preview = page.getByRole("region", { name });
  await expect(preview).toContainText(feed);
  await expect(preview.getByRole("listitem")).toHaveCount(3);
  await preview.getByRole("button", { name: t("feeds.finder.follow"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const id = /feeds\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";

  // Nobody reads it now: the worker does.
  const news = () => api<News>("GET", `/news?feed=${id}`);
  await expect.poll(async () => (await news()).data.length, { timeout: 20_000 }).toBe(3);
  await page.getByRole("link", { name: t("feeds.page.news") }).click();
  await expect(page.getByRole("link", { name: items[2]?.title, exact: true })).toBeVisible();

  // Two rows tagged without the mouse, the thesis picked by its button.
  const tag = async (stance: string, strength: string) => {
    await page.keyboard.press("j");
    await page.keyboard.press("t");
    const strip = page.getByRole("group", { name: /item/ });
    await strip.getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
    await expect(strip).toContainText(t("news.reading.stances.against"));
    await page.keyboard.press(stance);
    await page.keyboard.press(strength);
    await expect(strip).toHaveCount(0);
  };
  await tag("f", "3");
  await tag("a", "1");
  // The third by digits, on the first thesis, and taken back; then the last tag again.
  for (const key of ["j", "1", "n", "2", "u"]) await page.keyboard.press(key);
  await expect(page.getByRole("status").filter({ hasText: items[0]?.title })).toBeVisible();
  await expect
    .poll(async () =>
      (await news()).data.map((one) => one.tags.map((tag) => [tag.thesis, tag.stance, tag.strength])),
    )
    .toEqual([[[thesis.slug, "for", 3]], [[thesis.slug, "against", 1]], []]);

  await go(page, `trends?thesis=${thesis.slug}&from=2024-06-24&to=2024-07-15`);
  const chart = page.getByRole("figure").first();
  await chart.getByText(t("common.chart.table")).click();
  const row = chart.getByRole("row").filter({ has: page.getByRole("link", { name: "2", exact: true }) });
  await expect(row).toHaveCount(1);
  await expect(chart.getByRole("row")).toHaveCount(4);

  const opensBoth = async () => {
    await expect(page).toHaveURL(new RegExp(`/news\\?.*thesis=${thesis.slug}`));
    await expect(page.getByText(t("views.total.exact.news", { count: 2 }))).toBeVisible();
    for (const item of items.slice(1))
      await expect(page.getByRole("link", { name: item.title, exact: true })).toBeVisible();
    await page.goBack();
    await expect(chart).toBeVisible();
  };
  await row.getByRole("link").click();
  await opensBoth();
  // The same by the mark itself, and by the arrow keys.
  await chart.locator("svg a[href*='from=2024-07-01']").click();
  await opensBoth();
  await chart.getByRole("button", { name: t("trends.chart.items.count", { bucket: "week" }) }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(chart.getByRole("status")).toContainText("2");
  await page.keyboard.press("Enter");
  await opensBoth();
});

test("a feed that fails says why in words, can be kept, and recovers", async ({ open, t, feeds, api }) => {
  const name = "Failing";
  const page = await open("owner");
  await go(page, "feeds/new");
  const look = page.getByRole("button", { name: t("feeds.finder.look") });
  const field = page.getByLabel(t("feeds.finder.address"));
  const alert = page.getByRole("main").getByRole("alert");
  for (const [path, answer, problem] of [
    ["/blocked", { status: 403 }, "blocked"],
    ["/gone", { status: 410 }, "gone"],
    ["/nothing", { status: 404 }, "not-found"],
    ["/page", { type: "text/html", body: "<p>Only a page</p>" }, "not-a-feed"],
    ["/feed.xml", { status: 503 }, "status"],
  ] as const) {
    await field.fill(feeds.put(path, answer));
    await look.click();
    await expect(alert).toContainText(t(`feeds.problems.${problem}`));
  }
  await page.getByRole("button", { name: t("feeds.finder.anyway") }).click();
  await expect(page).toHaveURL(/\/feeds\/[0-9a-f-]{36}$/);

  // The worker tries it, and what it met stands on the feed's page, in the list, and on the overview.
  const id = page.url().split("/").at(-1) ?? "";
  const state = () => api<{ status: string }>("GET", `/feeds/${id}`);
  await expect.poll(async () => (await state()).status, { timeout: 20_000 }).toBe("failing");
  await go(page, "feeds?status=failing");
  await expect(page.getByRole("row").nth(1)).toContainText(t("feeds.problems.status"));
  await go(page, `feeds/${id}`);
  await expect(page.getByRole("alert").filter({ hasText: t("feeds.problems.status") })).toBeVisible();

  feeds.rss("/feed.xml", name, [{ title: `${name} item`, published: "2024-07-01T09:00:00Z" }]);
  await page.getByRole("button", { name: t("feeds.actions.refresh") }).click();
  await expect(page.getByText(t("feeds.actions.brought", { created: 1, updated: 0 }))).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("link", { name: `${name} item` })).toBeVisible();
  expect((await state()).status).toBe("active");
  await page.getByRole("button", { name: t("feeds.actions.refresh") }).click();
  await expect(page.getByText(t("feeds.actions.nothingNew"))).toBeVisible();
});

test("a list of feeds says what it would do before it does it", async ({ open, t, feeds, api }) => {
  const name = "Imported";
  const outline = (title: string, url: string) => `<outline type="rss" text="${title}" xmlUrl="${url}"/>`;
  const opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="${name} folder">
    ${outline(`${name} one`, feeds.address("/one.xml"))}
    ${outline(`${name} two`, feeds.address("/two.xml"))}
    ${outline(`${name} three`, "not an address")}
  </outline></body></opml>`;
  const page = await open("owner");
  await go(page, "feeds");
  await page
    .getByRole("link", { name: t("feeds.import") })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: t("feeds.import") }).waitFor();
  const choose = (file: string, text: string) =>
    page
      .getByLabel(t("feeds.opml.file"))
      .setInputFiles({ name: file, mimeType: "text/xml", buffer: Buffer.from(text) });
  await choose("notes.opml", "just some text");
  await expect(page.getByRole("main").getByRole("alert").first()).toHaveText(
    t("feeds.opml.notOpml", { name: "notes.opml" }),
  );
  await choose("list.opml", opml);
  await expect(
    page.getByText(t("feeds.opml.counts", { created: 2, existing: 0, problems: 1 })),
  ).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "not an address" })).toContainText(
    t("feeds.opml.problems.bad-address"),
  );
  const found = () => api<{ data: { status: string }[] }>("GET", "/feeds?q=Imported");
  expect((await found()).data).toHaveLength(0);
  await page.getByRole("checkbox", { name: t("feeds.opml.paused") }).check();
  await page.getByRole("button", { name: t("feeds.opml.import", { count: 2 }) }).click();
  await expect(
    page.getByRole("heading", { name: t("feeds.opml.doneTitle", { name: "list.opml" }) }),
  ).toBeVisible();
  expect((await found()).data.map(({ status }) => status)).toEqual(["paused", "paused"]);
  // The same list once more changes nothing.
  await choose("again.opml", opml);
  await expect(
    page.getByText(t("feeds.opml.counts", { created: 0, existing: 2, problems: 1 })),
  ).toBeVisible();
  expect(feeds.asked).toEqual([]);
});
