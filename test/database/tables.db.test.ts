import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { schemaFiles, withSchemaEngine } from "@/server/db/schema-engine";

// The migrations are written by hand beside prisma/schema: that both describe the same tables, and that no table was left
// outside the walls (ADR 3), is read from PostgreSQL's own catalogue.

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

it("has the columns of prisma/schema", async () => {
  await client.query(
    `CREATE SCHEMA declared; SET search_path = declared, public; ${await declaredTables()}; RESET search_path`,
  );
  const declared = await columnsOf("declared");
  expect(declared.length).toBeGreaterThan(100);
  expect(await columnsOf("public")).toEqual(declared);
});

it("keeps every row of a workspace behind the walls", async () => {
  const { rows } = await client.query(`
    SELECT c.relname AS "table", c.relrowsecurity AS secured,
           EXISTS (SELECT 1 FROM pg_policy AS p WHERE p.polrelid = c.oid AND p.polpermissive) AS policy,
           (SELECT a.attname::text FROM pg_index AS x JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
            WHERE x.indrelid = c.oid AND x.indisprimary) AS "keyBegins",
           EXISTS (SELECT 1 FROM pg_constraint AS k WHERE k.conrelid = c.oid AND k.contype = 'f'
                   AND k.confrelid = 'workspace'::regclass AND k.confdeltype = 'c') AS "goesWithWorkspace"
    FROM pg_class AS c JOIN pg_attribute AS w ON w.attrelid = c.oid AND w.attname = 'workspace_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
  expect(rows.length).toBeGreaterThan(20);
  const behind = { secured: true, policy: true, keyBegins: "workspace_id", goesWithWorkspace: true };
  expect(rows).toEqual(rows.map(({ table }) => ({ table, ...behind })));
});

it("lets no row point into another workspace", async () => {
  const { rows } = await client.query(`
    SELECT k.conname FROM pg_constraint AS k
    JOIN pg_attribute AS here ON here.attrelid = k.conrelid AND here.attname = 'workspace_id'
    JOIN pg_attribute AS there ON there.attrelid = k.confrelid AND there.attname = 'workspace_id'
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND NOT here.attnum = ANY (k.conkey)`);
  expect(rows).toEqual([]);
});

/** The tables that Prisma's own engine would make of prisma/schema. */
async function declaredTables(): Promise<string> {
  const { stdout } = await withSchemaEngine(process.env.DATABASE_URL ?? "", (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return stdout ?? "";
}

/** What Prisma can say of a column; lists and generated columns are always optional to it. */
async function columnsOf(schema: string): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT concat_ws(' ', c.relname, a.attname, replace(format_type(a.atttypid, a.atttypmod), 'declared.', ''),
       CASE WHEN a.attnotnull AND t.typcategory <> 'A' THEN 'required' END,
       CASE WHEN a.attgenerated = '' AND t.typcategory <> 'A'
            THEN replace(pg_get_expr(d.adbin, d.adrelid), 'declared.', '') END) AS said
     FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type AS t ON t.oid = a.atttypid LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
     ORDER BY 1`,
    [schema],
  );
  return rows.map((row) => row.said);
}
