import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { AppLocale } from "@/i18n/locales";
import { wordsIn } from "./words";

/** Someone whom global-setup gave an account: a role in the demo, or the owner of a workspace with nothing in it. */
export type Person = "owner" | "partner" | "analyst" | "viewer" | "empty";
export type Look = { locale?: AppLocale; colorScheme?: "light" | "dark"; width?: number };

export const baseUrl = () => process.env.E2E_URL ?? "";

/** How to sign in as one of them. */
export const account = (person: Person) => ({
  email: person === "owner" ? "demo@throughline.local" : `${person}@example.test`,
  password: process.env[`E2E_${person.toUpperCase()}_PASSWORD`] ?? "",
});

/** A name nothing else has: every journey makes its own data. */
export const unique = (what: string) => `${what} ${Math.random().toString(36).slice(2, 8)}`;

const sessions = new Map<Person, Awaited<ReturnType<BrowserContext["storageState"]>>>();

/** A browser window that looks as told, of someone signed in already or of nobody. */
export async function openWindow(
  browser: Browser,
  { locale = "en", colorScheme = "light", width = 1440 }: Look = {},
  person?: Person,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: baseUrl(),
    colorScheme,
    locale,
    viewport: { width, height: width < 768 ? 844 : 900 },
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    ...(person ? { storageState: await sessionOf(browser, person) } : {}),
  });
  await context.addCookies([{ name: "throughline-locale", value: locale, url: baseUrl() }]);
  return context;
}

async function sessionOf(browser: Browser, person: Person) {
  const known = sessions.get(person);
  if (known) return known;
  const context = await openWindow(browser);
  const page = await context.newPage();
  await signIn(page, account(person));
  await expect(page).toHaveURL(/\/w\//);
  const state = await context.storageState();
  sessions.set(person, state);
  await context.close();
  return state;
}

/** Fills in and sends the sign-in form; where that leads is the caller's to expect. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string },
  locale: AppLocale = "en",
): Promise<void> {
  const t = wordsIn(locale);
  await go(page, "/sign-in");
  await page.getByLabel(t("auth.signIn.email")).fill(email);
  await page.getByLabel(t("auth.signIn.password")).fill(password);
  await page.getByRole("button", { name: t("auth.signIn.submit") }).click();
}

/** Opens a page and waits until it listens: what the server wrote can be seen before scripts have taken it over. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await listening(page);
}

export async function listening(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForFunction(() => {
    const controls = document.querySelectorAll("button, input:not([type=hidden]), select, textarea, form");
    // React marks each element it has taken over.
    return [...controls].every((element) =>
      Object.keys(element).some((key) => key.startsWith("__reactProps")),
    );
  });
}

/** Calls the REST API as an admin of the demo; the answer's body. */
export async function api<T = { id: string }>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await callApi(process.env.E2E_TOKEN ?? "", method, path, body);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  // The doors' own tests hold every answer against its schema.
  return (await response.json()) as T;
}

export function callApi(token: string, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${baseUrl()}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
