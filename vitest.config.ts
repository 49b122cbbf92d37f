import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };
const exclude = ["node_modules/**", ".next/**", "dist/**", "e2e/**"];
// A zone with a 45-minute offset and a daylight saving of its own: code that leans on the machine's zone fails here.
process.env.TZ = "Pacific/Chatham";

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: "./test/database/global-setup.ts",
          setupFiles: "./test/database/connect.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          server: { deps: { inline: ["next-auth"] } },
        },
      },
    ],
  },
});
