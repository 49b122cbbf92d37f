import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshWorkspace } from "./workspace";

// What keep_history and keep_superseded promise (docs/adr/0019-as-of.md), held against PostgreSQL itself.

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

const column = async (sql: string) =>
  (await client.query(sql)).rows.map((row) => String(Object.values(row)[0]));

/** Tables that no view of the past stands for, and why their present may be read beside it, or is not read at all. */
const presentOnly: Record<string, string> = {
  workspace: "the zone that days are cut in is the reader's",
  ...of("who may do what is asked of today", "membership", "invitation", "api_token", "password_reset"),
  ...of("bookkeeping of requests", "ended_session", "idempotency_key", "rate_limit"),
  ...of("what is hidden from whom is asked of today", "agreement_round", "agreement_draw", "agreement_task"),
  ...of("blind readings are no part of what was known", "agreement_reading", "agreement_settlement"),
  signal_day: "as_of.signal_seen counts anew",
  audit_entry: "only ever added to, and asked by time",
  ...of("how tags came about; the tags themselves are dated", "tag_batch", "tag_rule", "thesis_synonyms"),
  ...of("what a machine made of it", "suggestion_training", "suggestion_model", "suggestion_answer"),
  ...of("how stories are found; who tells one is dated", "story_band", "story_decision"),
  ...of("notes are not asked for by day yet", "note", "note_revision"),
  ...of("a member's own way of looking", "inbox_visit", "saved_view", "view_choice", "view_link"),
  ...of("work under way", "job_run", "import_row", "import_item"),
};

function of(why: string, ...tables: string[]): Record<string, string> {
  return Object.fromEntries(tables.map((table) => [table, why]));
}

describe("every table", () => {
  it("is read of the past, or says why not", async () => {
    const tables = await column(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
      AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1`);
    const past = await column(`SELECT relname FROM pg_class WHERE relnamespace = 'as_of'::regnamespace`);
    expect(tables).toEqual(
      [...tables.filter((one) => past.includes(one)), ...Object.keys(presentOnly)].sort(),
    );
  });

  it("has all its columns in the past", async () => {
    const columns = (
      schema: string,
    ) => `SELECT table_name || ' ' || column_name FROM information_schema.columns
      WHERE table_schema = '${schema}' AND table_name IN (SELECT relname FROM pg_class
        WHERE relnamespace = 'as_of'::regnamespace AND relkind = 'v') ORDER BY 1`;
    expect(await column(columns("as_of"))).toEqual(await column(columns("public")));
  });

  it("has a twin of each search", async () => {
    const doors = (schema: string) => `SELECT proname FROM pg_proc
      WHERE pronamespace = '${schema}'::regnamespace AND proname LIKE 'door\\_search\\_%' ORDER BY 1`;
    expect(await column(doors("as_of"))).toEqual(await column(doors("public")));
  });
});

describe("history", () => {
  it("stands behind the walls of its table, and nobody but the database writes it", async () => {
    const { rows } = await client.query(`
      SELECT c.relname AS "table", c.relrowsecurity AS secured,
             (SELECT count(*) FROM pg_policy WHERE polrelid = c.oid AND polcmd = 'r') >=
               (SELECT count(*) FROM pg_policy WHERE polrelid = ('public.' || c.relname)::regclass) AS policies,
             EXISTS (SELECT 1 FROM pg_constraint AS k WHERE k.conrelid = c.oid AND k.contype = 'f'
                     AND k.confrelid = 'workspace'::regclass AND k.confdeltype = 'c') AS "goesWithWorkspace",
             has_table_privilege('throughline_app', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') AS "isWritten",
             has_column_privilege('throughline_app', 'public.' || c.relname, 'recorded_at', 'INSERT') AS "isDated"
      FROM pg_class AS c WHERE c.relnamespace = 'history'::regnamespace AND c.relkind = 'r'
        AND c.relname <> 'app_user'`);
    const kept = { secured: true, policies: true, goesWithWorkspace: true, isWritten: false, isDated: false };
    expect(rows.length).toBeGreaterThan(15);
    expect(rows).toEqual(rows.map(({ table }) => ({ table, ...kept })));
  });

  it("goes with its workspace", async () => {
    const { workspaceId } = await freshWorkspace();
    await at(1, `UPDATE facet SET name_en = 'Renamed' WHERE workspace_id = '${workspaceId}'`);
    const left = async () =>
      column(`SELECT count(*) FROM history.facet WHERE workspace_id = '${workspaceId}'`);
    expect(await left()).not.toEqual(["0"]);
    await client.query("DELETE FROM workspace WHERE id = $1", [workspaceId]);
    expect(await left()).toEqual(["0"]);
  });
});

const start = Date.UTC(2047, 0, 1);
const instant = (moment: number) => new Date(start + moment).toISOString();

/** Runs statements in a transaction of their own that records at the moment. */
async function at(moment: number, ...statements: string[]): Promise<void> {
  await client.query(
    ["BEGIN", `SET LOCAL app.now = '${instant(moment)}'`, ...statements, "COMMIT"].join(";"),
  );
}

async function asOf(moment: number): Promise<unknown[]> {
  const answers = await client.query(
    `BEGIN; SET LOCAL app.as_of = '${instant(moment)}'; SELECT id, said FROM as_of.kept ORDER BY id; COMMIT`,
  );
  // A text of several statements is answered by a list, which the driver's types do not say.
  return (answers as unknown as { rows: unknown[] }[])[2]?.rows ?? [];
}

describe("a kept table", () => {
  beforeAll(() =>
    client.query(`CREATE TABLE kept (id integer PRIMARY KEY, said text, unsaid integer NOT NULL DEFAULT 0,
        loud text GENERATED ALWAYS AS (upper(said)) STORED);
      SELECT keep_history('kept', '{"unsaid": null}')`),
  );
  afterAll(() => client.query("DROP TABLE kept, history.kept CASCADE"));

  type Step = { kind: "put" | "remove" | "touch"; id: number; said: string };
  const step = fc.record({
    kind: fc.constantFrom<Step["kind"]>("put", "put", "remove", "touch"),
    id: fc.integer({ min: 1, max: 3 }),
    said: fc.constantFrom("a", "b", "c"),
  });
  const sql = ({ kind, id, said }: Step) =>
    ({
      put: `INSERT INTO kept (id, said) VALUES (${id}, '${said}') ON CONFLICT (id) DO UPDATE SET said = excluded.said`,
      remove: `DELETE FROM kept WHERE id = ${id}`,
      touch: `UPDATE kept SET unsaid = unsaid + 1 WHERE id = ${id}`,
    })[kind];

  it("is read at every instant as it was then, whatever was done to it in one transaction", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        async (steps) => {
          await client.query("TRUNCATE kept, history.kept");
          const then: unknown[][] = [];
          for (const [moment, together] of steps.entries()) {
            await at(moment, ...together.map(sql));
            then.push((await client.query("SELECT id, said FROM kept ORDER BY id")).rows);
          }
          for (const [moment, rows] of then.entries()) expect(await asOf(moment)).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has one version of a row at each instant, also when an earlier instant is written last", async () => {
    await client.query("TRUNCATE kept, history.kept; INSERT INTO kept (id, said) VALUES (1, 'first')");
    await at(20, "UPDATE kept SET said = 'by the faster'");
    await at(10, "UPDATE kept SET said = 'by the slower'");
    expect(await asOf(15)).toEqual([{ id: 1, said: "first" }]);
    expect(await asOf(20)).toEqual([{ id: 1, said: "by the faster" }]);
    expect(await asOf(21)).toEqual([{ id: 1, said: "by the slower" }]);
  });

  it("leaves no version of what has none, and cannot be dated by hand", async () => {
    await client.query("TRUNCATE kept, history.kept; INSERT INTO kept (id, said) VALUES (1, 'first')");
    await at(5, "UPDATE kept SET unsaid = 1", "UPDATE kept SET said = 'first'");
    expect(await column("SELECT count(*) FROM history.kept")).toEqual(["0"]);
    await at(6, "UPDATE kept SET recorded_at = '1999-01-01'");
    expect(await column("SELECT recorded_at = '2047-01-01 00:00:00.006Z' FROM kept")).toEqual(["true"]);
  });

  it("takes in a column that came later", async () => {
    await client.query(
      "ALTER TABLE kept ADD COLUMN more text; SELECT keep_history('kept', '{\"unsaid\": null}')",
    );
    await client.query(
      "TRUNCATE kept, history.kept; INSERT INTO kept (id, said, more) VALUES (1, 'a', 'then')",
    );
    await at(7, "UPDATE kept SET more = 'now'");
    expect(await column("SELECT more FROM history.kept")).toEqual(["then"]);
  });
});
