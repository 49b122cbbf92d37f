import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { schemaFiles, withSchemaEngine } from "@/server/db/schema-engine";
import { connectToEmbedded, exitWithMessage } from "./boot/environment";

// npm run migration:diff -- <name>: writes the next migration, from the schema of the last commit to the one on disk. What
// Prisma's language cannot say (policies, triggers, functions) is added to the file by hand. The engine insists on a
// database to connect to; it changes nothing there.

class Usage extends Error {}

await exitWithMessage(async () => {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Usage("Usage: npm run migration:diff -- <name_in_lower_case>");
  connectToEmbedded();
  const { stdout } = await withSchemaEngine(process.env.DATABASE_URL ?? "", (engine) =>
    engine.diff({
      from: { tag: "schemaDatamodel", files: committedSchema() },
      to: { tag: "schemaDatamodel", files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = `prisma/migrations/${stamp}_${name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/migration.sql`, stdout ?? "");
  process.stderr.write(`${folder}/migration.sql written. Read it before you run it.\n`);
});
process.exit(0);

function committedSchema(): { path: string; content: string }[] {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" });
  const files = git("ls-tree", "--name-only", "HEAD", "prisma/schema/")
    .split("\n")
    .filter((file) => file.endsWith(".prisma"));
  return files.map((file) => ({
    path: file.replace("prisma/schema/", ""),
    content: git("show", `HEAD:${file}`),
  }));
}
