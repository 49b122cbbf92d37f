import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/browser";

const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/global-setup.ts",
  // Two cores: a browser each would starve the server.
  workers: 1,
  // Generous: a slow machine is not a broken product.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.E2E_URL ?? "http://127.0.0.1:4173",
    launchOptions: { executablePath, args },
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
  },
});
