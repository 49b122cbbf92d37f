import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

export type Browser = { executablePath: string; args: string[] };

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** No connections of the browser's own: it talks to the server under test and to nobody else. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A Chromium: CHROMIUM_PATH, one on this machine, Playwright's own, or the one that comes inside an npm package. */
export async function findBrowser(): Promise<Browser> {
  const present = [process.env.CHROMIUM_PATH ?? "", ...installed, chromium.executablePath()].find(
    (file) => file && existsSync(file),
  );
  if (present) return { executablePath: present, args: quiet };

  // Without the arguments it recommends: in a single process it ends when a second window is opened.
  const { default: packed } = await import("@sparticuz/chromium");
  return { executablePath: await packed.executablePath(), args: quiet };
}
