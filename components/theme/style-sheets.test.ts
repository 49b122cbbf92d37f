import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const files = ["app", "components", "features"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
    path.join(folder, file),
  ),
);
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const sheets = files.filter((file) => file.endsWith(".css"));

it("uses only custom properties that exist: a wrong name would silently draw nothing", () => {
  const known = new Set(
    files
      .filter((file) => /\.(css|tsx)$/.test(file))
      .flatMap((file) => [...textOf(file).matchAll(/(--[a-z0-9-]+)["\]]*\??:/g)].map(([, name]) => name)),
  );
  const unknown = sheets.flatMap((file) =>
    [...textOf(file).matchAll(/var\((--[a-z0-9-]+)\)/g)]
      .filter(([, name]) => !known.has(name))
      .map(([, name]) => `${file}: ${name}`),
  );
  expect(unknown).toEqual([]);
});
