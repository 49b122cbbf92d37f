import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/browser";

const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/global-setup.ts",
  forbidOnly: Boolean(process.env.CI),
  // All of it on two cores: the product, its database and the browsers.
  workers: 2,
  // A file's journeys come one after another in one workspace; files run side by side, each in its own.
  fullyParallel: false,
  // Generous: a slow machine is not a broken product.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { launchOptions: { executablePath, args }, trace: "retain-on-failure" },
  // Every journey is made in both languages; what a role may do and what a page weighs does not depend on them.
  projects: [
    { name: "en", use: { locale: "en" } },
    { name: "zh-CN", use: { locale: "zh-CN" }, testIgnore: ["bundle.spec.ts", "roles.spec.ts"] },
  ],
});
