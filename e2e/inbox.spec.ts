import { expect, test } from "./fixtures";
import { go } from "./product";
import type { Api } from "./workspace";

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
  const hand = ({ title }: Item) => page.getByRole("link", { name: title, exact: true });

  await hand(first).focus();
  await page.keyboard.press("d");
  await expect(row(first)).toContainText(t("news.inbox.triage.marks.dismissed"));
  // The next row takes over.
  await expect(hand(second)).toBeFocused();
  await page.keyboard.press("z");
  await expect(hand(third)).toBeFocused();
  await page.keyboard.press("i");
  await expect(async () => {
    const { data } = await api<{ data: { id: string; assignee: unknown }[] }>("GET", "/inbox");
    expect(data.some(({ id }) => id === first.id || id === second.id)).toBe(false);
    expect(data.find(({ id }) => id === third.id)?.assignee).not.toBeNull();
  }).toPass();
  await page.keyboard.press("u");
  await page.keyboard.press("u");
  await expect(row(second)).not.toContainText(t("news.inbox.triage.marks.dismissed"));
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

  await hand(second).focus();
  await page.reload();
  await expect(hand(second)).toBeFocused();
  await go(page, "inbox?view=dismissed");
  await hand(first).focus();
  await page.keyboard.press("d");
  await expect(row(first)).toContainText(t("news.inbox.triage.marks.restored"));
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
  await page.getByRole("link", { name: title, exact: true }).focus();
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
