import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

export type Person = "owner" | "viewer" | "analyst" | "empty";
export type Look = { locale?: "en" | "zh-CN"; colorScheme?: "light" | "dark"; width?: number };

export const baseUrl = () => process.env.E2E_URL ?? "";

const emails: Record<Person, string> = {
  owner: "demo@throughline.local",
  viewer: "viewer@example.test",
  analyst: "analyst@example.test",
  empty: "empty@example.test",
};

const sessions = new Map<Person, Awaited<ReturnType<BrowserContext["storageState"]>>>();

/** A browser window that looks as told; nobody is signed in. */
export async function openWindow(
  browser: Browser,
  { locale = "en", colorScheme = "light", width = 1440 }: Look = {},
  person?: Person,
) {
  const context = await browser.newContext({
    baseURL: baseUrl(),
    colorScheme,
    locale,
    viewport: { width, height: 900 },
    timezoneId: "Asia/Shanghai",
    ...(person ? { storageState: await sessionOf(browser, person) } : {}),
  });
  await context.addCookies([{ name: "throughline-locale", value: locale, url: baseUrl() }]);
  return context;
}

/** A page of someone who is signed in already; sign-in itself has a journey of its own, and limits. */
export async function pageOf(browser: Browser, person: Person, look: Look = {}): Promise<Page> {
  return (await openWindow(browser, look, person)).newPage();
}

async function sessionOf(browser: Browser, person: Person) {
  const known = sessions.get(person);
  if (known) return known;
  const context = await openWindow(browser);
  const page = await context.newPage();
  await signIn(page, emails[person], process.env[`E2E_${person.toUpperCase()}_PASSWORD`] ?? "");
  await expect(page).toHaveURL(/\/w\//);
  const state = await context.storageState();
  sessions.set(person, state);
  await context.close();
  return state;
}

/** Goes to a page and waits until its buttons do something: before that, keys and clicks go nowhere. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(() => {
    const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
    const controls = [...document.querySelectorAll("header button, main button, main form")];
    return controls.length > 0 && controls.every(isAlive);
  });
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await open(page, "/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: false }).first().fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Calls the REST API as the demo's admin token; the answer's body. */
export async function api<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${baseUrl()}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${process.env.E2E_TOKEN}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  // The doors' own tests hold every answer against its schema.
  return (await response.json()) as T;
}
