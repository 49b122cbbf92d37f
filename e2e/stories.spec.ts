import { expect, test } from "./fixtures";
import { go } from "./product";

test("an item's page shows who else tells its story; one says that it is another, and takes it back", async ({
  open,
  t,
  api,
}) => {
  const publishedAt = "2026-01-03T08:00:00Z";
  const what = "gyroscope maker Spinwell";
  const add = (title: string) => api<{ id: string }>("POST", "/news", { title, publishedAt });
  const first = await add(`The ${what} raises 40 million dollars for a new factory`);
  const title = `${what} raises 40 million dollars for its new factory`;
  const second = await add(title);
  await expect(async () => {
    expect(await api("GET", `/news/${second.id}/story`)).toMatchObject({ story: { itemCount: 2 } });
  }).toPass();

  const page = await open("analyst");
  await go(page, `news/${first.id}`);
  const story = page.getByRole("region", { name: t("stories.title") });
  await expect(story).toContainText(t("stories.told", { sources: 2, items: 2 }));
  await story.getByRole("button", { name: t("stories.splitLabel", { title }) }).click();
  await expect(story).toContainText(t("stories.alone"));
  await story.locator("summary").click();
  await story.getByRole("button", { name: t("stories.joinLabel", { title }) }).click();
  await expect(story).toContainText(t("stories.told", { sources: 2, items: 2 }));
  await expect(story).toContainText(t("stories.settled"));
});
