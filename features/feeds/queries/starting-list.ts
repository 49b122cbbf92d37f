import { readFile } from "node:fs/promises";
import path from "node:path";

/** The subscription list that comes with the product, as OPML text; null where it was left out. */
export async function readStartingList(): Promise<string | null> {
  try {
    return await readFile(path.join(process.cwd(), "prisma", "seed", "demo", "feeds.opml"), "utf8");
  } catch {
    return null;
  }
}
