import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { go, listening } from "./product";
import type { Api } from "./workspace";

/** The link of an item in the list; beside it stands another. */
const handOn =
  (page: Page) =>
  ({ title }: Item) =>
    page.locator("[data-news-row]").getByRole("link", { name: title, exact: true });

type Item = { id: string; title: string };

const add = (api: Api, title: string) => api<Item>("POST", "/news", { title, publishedAt: "2026-01-05" });

test("the inbox is worked through by keyboard: tagged, dismissed, snoozed, undone, and one finds one's place again", async ({
  open,
  t,
  api,
}) => {
  // After the eight that every workspace of a journey has: the tenth is beyond the digits.
  const [ninth, tenth] = ["Sorting", "Triage"];
  for (const name of [ninth, tenth]) await api("POST", "/theses", { name, statement: "Sorted by hand." });
  const third = await add(api, "Inbox three");
  const second = await add(api, "Inbox two");
  const first = await add(api, "Inbox one");
  const page = await open("analyst");
  await go(page, "inbox?view=all");
  const row = ({ title }: Item) => page.getByRole("listitem").filter({ hasText: title });
  const hand = handOn(page);
  const left = (count: number) => page.getByText(t("news.inbox.left", { count }), { exact: true });

  await expect(left(3)).toBeVisible();
  await hand(first).focus();
  await page.keyboard.press("d");
  // It leaves, the counters fall, and the next row takes over.
  await expect(row(first)).toHaveCount(0);
  await expect(left(2)).toBeVisible();
  await expect(hand(second)).toBeFocused();
  await page.keyboard.press("z");
  await expect(hand(third)).toBeFocused();
  const views = page.getByRole("navigation", { name: t("news.inbox.views.label") });
  for (const view of ["all", "snoozed", "dismissed"] as const)
    await expect(views.getByRole("link", { name: t(`news.inbox.views.${view}`) })).toContainText("1");
  await page.keyboard.press("i");
  await expect(async () => {
    const { data } = await api<{ data: { id: string; assignee: unknown }[] }>("GET", "/inbox");
    expect(data.some(({ id }) => id === first.id || id === second.id)).toBe(false);
    expect(data.find(({ id }) => id === third.id)?.assignee).not.toBeNull();
  }).toPass();
  await page.keyboard.press("u");
  await page.keyboard.press("u");
  await expect(row(second)).toHaveCount(1);
  await expect(row(first)).toHaveCount(0);
  await expect(async () => {
    const { data } = await api<{ data: Item[] }>("GET", "/inbox");
    expect(data.map(({ id }) => id)).toContain(second.id);
  }).toPass();

  // Tagged through the list that t opens.
  await hand(third).focus();
  await page.keyboard.press("t");
  await row(third).getByRole("button", { name: tenth }).click();
  await page.keyboard.press("+");
  await page.keyboard.press("2");
  await expect(row(third)).toContainText(tenth);
  await page.keyboard.press("s");
  await expect(async () => {
    expect(await api("GET", `/news/${third.id}`)).toMatchObject({ tags: [{ stance: "for", strength: 3 }] });
  }).toPass();
  await page.keyboard.press("e");
  await page.getByLabel(t("news.reading.why.label", { title: third.title })).fill("It says so itself.");
  await page.getByRole("button", { name: t("news.reading.why.save") }).click();
  await expect(async () => {
    expect(await api("GET", `/news/${third.id}`)).toMatchObject({ tags: [{ note: "It says so itself." }] });
  }).toPass();

  // Tagged: it stays while it is in hand.
  await hand(second).focus();
  await expect(row(third)).toHaveCount(0);
  await page.reload();
  await expect(hand(second)).toBeFocused();
  await go(page, "inbox?view=dismissed");
  await hand(first).focus();
  await page.keyboard.press("d");
  // The only one stays in sight with what was done, or is gone already.
  await expect(page.getByText(t("news.inbox.empty.dismissed"))).toBeVisible();
  await expect(async () => {
    const { data } = await api<{ data: Item[] }>("GET", "/inbox");
    expect(data.map(({ id }) => id)).toContain(first.id);
  }).toPass();
});

test("what a rule tagged waits until a person confirms it with one key, and can be taken back", async ({
  open,
  t,
  api,
}) => {
  const { data: theses } = await api<{ data: { slug: string }[] }>("GET", "/theses");
  const name = "Rule of the inbox";
  await api("POST", "/rules", { name, thesis: theses[0]?.slug, expression: "Zyxwv", stance: "for" });
  const ruled = await add(api, "Zyxwv is released");
  const origins = async () =>
    (await api<{ tags: { origin: string }[] }>("GET", `/news/${ruled.id}`)).tags.map(({ origin }) => origin);
  await expect.poll(origins).toEqual(["rule"]);
  const page = await open("analyst");
  await go(page, "inbox?view=all");
  const row = page.locator("[data-news-row]").filter({ hasText: ruled.title });
  await expect(row).toContainText(t("news.reading.rules.by", { rule: name }));
  await handOn(page)(ruled).focus();
  await page.keyboard.press("y");
  await expect(row).toBeHidden();
  await expect.poll(origins).toEqual(["person"]);
  await page.keyboard.press("u");
  await expect(row).toBeVisible();
  await expect.poll(origins).toEqual(["rule"]);
  await row.hover();
  await row.getByRole("button", { name: t("news.reading.rules.confirm", { title: ruled.title }) }).click();
  await expect.poll(origins).toEqual(["person"]);

  const counts = await api<{ all: number }>("GET", "/inbox/counts");
  await go(page, ".");
  await expect(page.getByText(t("overview.untaggedCount", { count: counts.all }))).toBeVisible();
  await page.getByRole("link", { name: t("overview.allUntagged") }).click();
  await expect(page.getByText(t("news.inbox.left", { count: counts.all }), { exact: true })).toBeVisible();
});

test("one reads beside the list, goes through it on the items' own pages, and Back shows it as it is", async ({
  open,
  t,
  api,
}) => {
  const third = await add(api, "Beside three");
  const second = await add(api, "Beside two");
  const text = "What stands in the text of the first.";
  const first = await api<Item>("POST", "/news", { title: "Beside one", publishedAt: "2026-01-05", text });
  const page = await open("analyst");
  await go(page, "inbox?view=all");
  const hand = handOn(page);
  const pane = page.getByRole("region", { name: t("news.reading.preview.label") });
  await hand(first).focus();
  await expect(pane).toContainText(text);
  await page.keyboard.press("j");
  await expect(pane).toContainText(t("news.reading.preview.nothing"));
  await page.keyboard.press("k");
  const row = page.locator("[data-news-row]").filter({ hasText: first.title });
  await row
    .getByRole("button", {
      name: t("news.inbox.triage.of", { what: t("news.inbox.triage.snooze"), title: first.title }),
    })
    .click();
  await expect(row).toBeHidden();
  await expect(hand(second)).toBeFocused();
  const counts = () => api<{ all: number; snoozed: number }>("GET", "/inbox/counts");
  await expect.poll(async () => (await counts()).snoozed).toBeGreaterThan(0);
  const { all } = await counts();

  await page.keyboard.press("o");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(second.title);
  await listening(page);
  await page.keyboard.press("j");
  await expect(heading).toHaveText(third.title);
  await listening(page);
  await page.keyboard.press("k");
  await expect(heading).toHaveText(second.title);
  await page.goBack();
  await expect(page).toHaveURL(/inbox\?view=all/);
  await expect(hand(second)).toBeFocused();
  await expect(row).toBeHidden();
  await expect(page.getByText(t("news.inbox.left", { count: all }), { exact: true })).toBeVisible();
});

test("several items are tagged as one step, and that is taken back as one", async ({
  open,
  t,
  language,
  api,
}) => {
  const mark = "Bulk";
  const items = [await add(api, `${mark} a`), await add(api, `${mark} b`), await add(api, `${mark} c`)];
  const page = await open("analyst");
  await go(page, `news?q=${mark}`);
  await page.getByRole("checkbox", { name: t("news.reading.select", { title: `${mark} c` }) }).check();
  await page.getByRole("link", { name: `${mark} a`, exact: true }).focus();
  await page.keyboard.press("Shift+X");
  const bar = page.getByRole("region", { name: t("news.reading.selected", { count: 3 }) });
  await bar.getByRole("button", { name: t("news.reading.tag") }).click();
  await page.keyboard.press("1");
  await page.keyboard.press(language === "en" ? "f" : "-");
  await page.keyboard.press("1");
  const stance = language === "en" ? "for" : "against";
  const tagsOf = async () =>
    Promise.all(
      items.map(async ({ id }) => (await api<{ tags: { stance: string }[] }>("GET", `/news/${id}`)).tags),
    );
  await expect(async () => {
    for (const tags of await tagsOf()) expect(tags).toMatchObject([{ stance, strength: 1 }]);
  }).toPass();
  await page.keyboard.press("u");
  await expect(async () => {
    for (const tags of await tagsOf()) expect(tags).toEqual([]);
  }).toPass();
});

test("an item is handed on to somebody else and sleeps until a day", async ({ open, t, api }) => {
  const { id, title } = await add(api, "Handed on");
  const { data: members } = await api<{ data: { id: string; name: string }[] }>("GET", "/members");
  const someone = members.find(({ name }) => name === "partner") ?? { id: "", name: "" };
  const page = await open("analyst");
  await go(page, "inbox?view=all");
  await handOn(page)({ id, title }).focus();
  await page.keyboard.press("w");
  const dialog = page.getByRole("dialog", { name: t("news.inbox.triage.assign.title") });
  await dialog.getByLabel(t("news.inbox.triage.assign.who")).selectOption(someone.id);
  await dialog.getByLabel(t("news.inbox.triage.assign.until")).fill("2099-05-01");
  await dialog.getByRole("button", { name: t("news.inbox.triage.assign.save") }).click();
  await expect(async () => {
    const { data } = await api<{ data: Item[] }>("GET", "/inbox?view=snoozed");
    expect(data.find((one) => one.id === id)).toMatchObject({ assignee: { name: someone.name } });
  }).toPass();
  await page.keyboard.press("u");
  await page.keyboard.press("u");
  await expect(async () => {
    const { data } = await api<{ data: Item[] }>("GET", "/inbox");
    expect(data.find((one) => one.id === id)).toMatchObject({ assignee: null, snoozedUntil: null });
  }).toPass();
});

test("the help lists the keys that work for whoever asks", async ({ open, t, api }) => {
  await add(api, "Waits");
  const listed = async (person: "analyst" | "viewer") => {
    const page = await open(person);
    await go(page, "inbox?view=all");
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: t("news.reading.keys.title") });
    await expect(help).toContainText(t("news.reading.keys.next"));
    const text = (await help.textContent()) ?? "";
    await page.keyboard.press("Escape");
    await expect(help).toHaveCount(0);
    return text;
  };
  const forTagging = [
    t("news.reading.keys.selectRange"),
    t("news.inbox.triage.keys.assign"),
    t("suggestions.chips.keys.accept"),
  ];
  const [analyst, viewer] = [await listed("analyst"), await listed("viewer")];
  for (const sentence of forTagging) {
    expect(analyst).toContain(sentence);
    expect(viewer).not.toContain(sentence);
  }
});
