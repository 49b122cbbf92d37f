import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/**
 * Prisma's own schema engine, as WebAssembly out of its npm package: nothing to download, and `_prisma_migrations` stays
 * what a `prisma migrate` expects. The commands run with the project as their working directory.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  // The package's entry imports the .wasm file as a module, which Node does not do by default: the same three steps by hand.
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  // A pool of ours: the engine leaves its connections open, and a process that migrates and ends would wait for them.
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const adapters = new WholeScripts(pool);
  const datamodels = schemaFiles().map(({ path: name, content }): [string, string] => [name, content]);
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapters),
  );
  try {
    return await work(engine);
  } catch (error) {
    throw adapters.complaint ? new Error(`${adapters.complaint}\n${String(error)}`) : error;
  } finally {
    engine.free();
    await pool.end();
  }
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside a function's body. Sent whole, PostgreSQL cuts it itself,
 * and runs it as one transaction: a migration that fails leaves nothing half done.
 */
class WholeScripts extends PrismaPg {
  /** PostgreSQL's own complaint; the engine passes on a number in its place. */
  complaint = "";

  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    adapter.executeScript = async (script: string) => {
      try {
        await pool.query(script);
      } catch (error) {
        this.complaint = error instanceof Error ? error.message : String(error);
        throw error;
      }
    };
    return adapter;
  }
}

export function schemaFiles(folder = path.resolve("prisma/schema")): { path: string; content: string }[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  return names.map((name) => ({ path: name, content: readFileSync(path.join(folder, name), "utf8") }));
}

/** The migrations on disk, oldest first, in the form the engine takes them. */
export function migrationList(folder = path.resolve("prisma/migrations")): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(folder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
