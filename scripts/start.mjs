// npm start: from a fresh clone to a page that answers.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { takeLock } from "./lock.mjs";
import { begin, prepare, say } from "./prepare.mjs";

begin();
if (!process.env.DATABASE_URL) holdDataFolder(path.resolve(process.env.THROUGHLINE_DATA_DIR || ".data"));
await prepare();
await import("../dist/start.js");

/** Two programs on one data folder would start two databases on the same files. */
function holdDataFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    if (takeLock(path.join(folder, "in-use"))) return;
    say(
      `Throughline is already running (or starting) on the data in ${folder}. Stop that one first, or name another folder with THROUGHLINE_DATA_DIR.`,
    );
  } catch (error) {
    say(
      `The data folder ${folder} cannot be used: ${error.message}. Name another with THROUGHLINE_DATA_DIR.`,
    );
  }
  process.exit(1);
}
