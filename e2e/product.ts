import type { Page } from "@playwright/test";
import type { AppLocale } from "@/i18n/locales";
import { wordsIn } from "./words";

/** Where global-setup started it. */
export const baseUrl = () => process.env.PUBLIC_URL ?? "";

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

/**
 * Opens a page, of the window's workspace unless the path starts with a slash, and waits until it listens: what the server
 * wrote can be seen before scripts have taken it over.
 */
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

export function callApi(token: string, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${baseUrl()}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
