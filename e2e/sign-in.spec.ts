import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { go, listening, signIn } from "./product";
import type { Words } from "./words";
import type { Workspace } from "./workspace";

/** Someone new in the workspace, come by an invitation; the page is theirs. */
async function newcomer(page: Page, t: Words, workspace: Workspace) {
  const email = workspace.address("newcomer");
  const person = { name: "Newcomer", email, password: "a long enough password" };
  const { link } = await workspace.api<{ link: string }>("POST", "/invitations", { email, role: "viewer" });
  await accept(page, t, link, person);
  return person;
}

async function accept(page: Page, t: Words, link: string, person: { name: string; password: string }) {
  await go(page, link);
  await page.getByLabel(t("auth.invitation.name")).fill(person.name);
  await page.getByLabel(t("auth.invitation.password")).fill(person.password);
  await page.getByRole("button", { name: t("auth.invitation.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("overview.title") })).toBeVisible();
  await listening(page);
}

test("signs in to where one was going, and out", async ({ open, t, language, workspace }) => {
  const page = await open();
  await page.goto("deals?view=board");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const { email, password } = workspace.account("viewer");
  await listening(page);
  await page.getByLabel(t("auth.signIn.email")).fill(email);
  await page.getByLabel(t("auth.signIn.password")).fill(password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("deals?view=board");
  await expect(page.locator("html")).toHaveAttribute("lang", language);

  await listening(page);
  await page.getByRole("button", { name: t("settings.shell.account", { name: "viewer" }) }).click();
  await page.getByRole("menuitem", { name: t("settings.shell.signOut") }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(".");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("says the same of a wrong password and of an account that is not there", async ({
  open,
  t,
  language,
  workspace,
}) => {
  const page = await open();
  for (const email of [workspace.account("partner").email, workspace.address("nobody")]) {
    await signIn(page, { email, password: "not the password at all" }, language);
    await expect(page.getByRole("main").getByRole("alert")).toHaveText(t("errors.signInFailed"));
    await expect(page).toHaveURL(/\/sign-in/);
    // What was typed stays.
    await expect(page.getByLabel(t("auth.signIn.email"))).toHaveValue(email);
  }
});

test("says the same of any address that asks for a new password", async ({ open, t, workspace }) => {
  const page = await open();
  for (const email of [workspace.account("partner").email, workspace.address("nobody")]) {
    await go(page, "/forgot-password");
    await page.getByLabel(t("auth.signIn.email")).fill(email);
    await page.getByRole("button", { name: t("auth.forgot.submit") }).click();
    await expect(page.getByRole("heading", { name: t("auth.forgot.sentTitle") })).toBeVisible();
    await expect(page.getByText(t("auth.forgot.sent", { email }))).toBeVisible();
  }
});

test("a new password ends every other session and replaces the old one", async ({
  open,
  t,
  language,
  workspace,
}) => {
  const page = await open();
  const person = await newcomer(page, t, workspace);
  const elsewhere = await open();
  await signIn(elsewhere, person, language);
  await expect(elsewhere).toHaveURL(new RegExp(`/w/${workspace.slug}`));

  await go(page, "settings/account");
  const current = page.getByLabel(t("settings.account.current"));
  const next = page.getByLabel(t("settings.account.next"));
  const change = page.getByRole("button", { name: t("settings.account.change") });
  const fresh = "another long password";
  await current.fill("not my password");
  await next.fill(fresh);
  await change.click();
  await expect(current).toHaveAccessibleDescription(t("auth.problem.current"));
  await current.fill(person.password);
  await next.fill("short");
  await change.click();
  await expect(next).toHaveAccessibleDescription(new RegExp(t("auth.problem.password")));
  await next.fill(fresh);
  await change.click();
  await expect(page.getByText(t("settings.account.changed"))).toBeVisible();
  await go(page, ".");

  await elsewhere.goto("news");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await signIn(elsewhere, person, language);
  await expect(elsewhere.getByRole("main").getByRole("alert")).toHaveText(t("errors.signInFailed"));
  await signIn(elsewhere, { ...person, password: fresh }, language);
  await expect(elsewhere).toHaveURL(new RegExp(`/w/${workspace.slug}`));
});

test("a link invites someone new once, and a removed member is out at once", async ({
  open,
  t,
  workspace,
}) => {
  const owner = await open("owner");
  const email = workspace.address("ines");
  await go(owner, "settings/members");
  await owner.getByLabel(t("settings.invitations.email")).fill(email);
  await owner.getByLabel(t("settings.invitations.role"), { exact: true }).selectOption("analyst");
  await owner.getByRole("button", { name: t("settings.invitations.create") }).click();
  await expect(owner.getByText(t("settings.invitations.madeFor", { email }))).toBeVisible();
  const link = await owner.getByLabel(t("settings.invitations.link")).inputValue();
  await expect(owner.getByRole("row").filter({ hasText: email })).toBeVisible();

  const page = await open();
  const name = "Ines Novak";
  await accept(page, t, link, { name, password: "a long enough password" });
  // An analyst: writes, and is no admin.
  await go(page, "news");
  await expect(page.getByRole("link", { name: t("news.add") }).first()).toBeVisible();
  await go(page, "settings/members");
  await expect(page.getByRole("button", { name: t("settings.members.remove") })).toHaveCount(0);

  const late = await open();
  await late.goto(link);
  await expect(late.getByRole("heading", { level: 1, name: t("auth.invitation.deadTitle") })).toBeVisible();

  await go(owner, "settings/members");
  await owner
    .getByRole("row")
    .filter({ hasText: name })
    .getByRole("button", { name: t("settings.members.remove") })
    .click();
  const dialog = owner.getByRole("alertdialog", { name: t("settings.members.removeTitle", { name }) });
  await dialog.getByRole("button", { name: t("settings.members.remove") }).click();
  await expect(owner.getByText(t("settings.members.removed", { name }))).toBeVisible();
  await expect(owner.getByRole("row").filter({ hasText: name })).toHaveCount(0);

  // The page they have open leads nowhere any more, and neither does an address.
  await page
    .getByRole("navigation", { name: t("shell.mainNavigation") })
    .getByRole("link")
    .nth(3)
    .click();
  await expect(page.getByRole("heading", { level: 1, name: t("shell.notFound.title") })).toBeVisible();
  await page.goto(".");
  await expect(page.getByRole("heading", { level: 1, name: t("shell.notFound.title") })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: t("auth.none.title") })).toBeVisible();
});
