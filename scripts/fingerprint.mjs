// Tells whether what was installed or built came from the files as they are now.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const folders = [
  "app",
  "components",
  "features",
  "server",
  "lib",
  "worker",
  "i18n",
  "messages",
  "prisma",
  "public",
  "scripts",
  "bench",
];
const files = ["package.json", "package-lock.json", "next.config.js", "tsconfig.json", "proxy.ts"];

/** One hash of everything a build reads; tests and generated code are none of it. */
export function sourceHash(root) {
  return hashOf(root, [...folders.flatMap((folder) => filesBelow(root, folder)), ...files]);
}

export function hashOf(root, names) {
  const hash = createHash("sha256");
  for (const name of names) {
    const file = path.join(root, name);
    if (existsSync(file) && statSync(file).isFile())
      hash.update(name).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Paths from the root, sorted. */
function filesBelow(root, folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory())
        return name === path.join("server", "db", "generated") ? [] : filesBelow(root, name);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [name];
    });
}
