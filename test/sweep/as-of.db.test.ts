import { beforeAll, describe, expect, it } from "vitest";
import { updateDeal } from "@/features/deals/commands/deals";
import { operations } from "@/features/registry";
import { tagNews } from "@/features/tags/commands/tags";
import { updateThesis } from "@/features/theses/commands";
import type { Context } from "@/server/context";
import { cliContext } from "@/server/contexts";
import { db } from "@/server/db/client";
import { AppError } from "@/server/errors";
import { questionsOf } from "./dated-questions";
import { type Fixture, makeFixture } from "./fixture";
import { bySql, fetched, laterChanges } from "./later-changes";
import { samples } from "./samples";

/**
 * As of an instant means: byte for byte what was answered then. Every operation that declares asOf answers; then everything
 * is changed that can be, also by the sample of every command there is; and each time it is asked again.
 */

const dated = operations.filter(({ asOf }) => asOf);

let of: Fixture;
/** One who sees everything, and one who does not see what is confidential. Neither reads anything blind. */
const seer = "the command line";
let askers: Record<string, Context>;
const askerOf = (who: string): Context => {
  const context = askers[who];
  if (!context) throw new Error(`nobody is ${who}`);
  return context;
};
const owner = () => of.workspace.as("owner");

beforeAll(async () => {
  of = await makeFixture();
  askers = {
    [seer]: await cliContext(of.workspace.slug),
    "an analyst": of.workspace.as("analyst"),
  };
  // Then, too, not everything is as it was first said.
  await fetched(owner(), of, "As first told");
  await fetched(owner(), of, "As told then");
  await tagNews(owner(), { id: of.news, thesis: of.thesis, stance: "neutral", note: "then" });
  await updateThesis(owner(), { id: of.thesis, statement: "What we held then" });
  await updateDeal(owner(), { id: of.deal, nextStep: "call", ownerId: of.workspace.userOf("partner").id });
  await bySql(
    owner(),
    `INSERT INTO claim SELECT '${of.workspace.workspaceId}', gen_random_uuid(), '${of.thesis}', '1', 1,
       'a', 'a', 'a', 'a', 'a', 'a', NULL, NULL, 'a', 'a', '2024-12-31', false`,
  );
  await bySql(
    owner(),
    `INSERT INTO claim_element SELECT workspace_id, id, '${of.thesis}' FROM claim WHERE $ws`,
  );
}, 60_000);

/** All pages of an answer: the cursors, too, must lead through the past. */
async function answer(context: Context, name: string, input: object): Promise<unknown[]> {
  const operation = dated.find((one) => one.name === name);
  const pages: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page: unknown = await operation
      ?.call(context, cursor === null ? input : { ...input, cursor })
      .catch((error: unknown) => {
        if (error instanceof AppError) return { refused: error.body() };
        throw error;
      });
    pages.push(page);
    cursor = nextOf(page);
  } while (cursor !== null && pages.length < 10);
  return pages;
}

function nextOf(page: unknown): string | null {
  if (typeof page !== "object" || page === null || !("nextCursor" in page)) return null;
  return typeof page.nextCursor === "string" ? page.nextCursor : null;
}

/** Question → answer, as text: of the present, or with `asOf` of the past. */
async function answers(
  context: Context,
  questions = questionsOf(dated, of),
  asOf?: { asOf: string },
): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const { operation, input } of questions) {
    const question = `${operation.name} ${JSON.stringify(input)}`;
    said[question] = JSON.stringify(await answer(context, operation.name, { ...input, ...asOf }));
  }
  return said;
}

/** The rows of every table that the past is read from. */
async function tables(schema: "public" | "as_of", now: Date): Promise<Record<string, string>> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.workspace_id', ${of.workspace.workspaceId}, true),
      set_config('app.actor', 'cli:', true), set_config('app.confidential', 'on', true),
      set_config('app.as_of', ${now.toISOString()}, true)`;
    const views = await tx.$queryRaw<{ name: string; columns: string }[]>`
      SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
      FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
      WHERE c.relnamespace = 'as_of'::regnamespace AND c.relkind = 'v'
        AND NOT (c.relname, a.attname) IN (SELECT * FROM (VALUES
          ('feed', 'next_check_at'), ('feed', 'last_checked_at'), ('feed', 'last_success_at'),
          ('feed', 'last_changed_at'), ('feed', 'etag'), ('feed', 'last_modified'), ('app_user', 'email'),
          ('app_user', 'password_hash'), ('app_user', 'session_version'), ('app_user', 'locale')) AS without)
      GROUP BY 1`;
    const found: Record<string, string> = {};
    for (const { name, columns } of views) {
      const [row] = await tx.$queryRawUnsafe<{ rows: unknown }[]>(
        `SELECT json_agg(t ORDER BY t::text) AS rows FROM (SELECT ${columns} FROM ${schema}.${name}) AS t`,
      );
      found[name] = JSON.stringify(row?.rows);
    }
    return found;
  });
}

function differing(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((question) => after[question] !== before[question]);
}

describe("as of an instant", () => {
  let then = new Date();
  const said: Record<string, Record<string, string>> = {};
  let rows: Record<string, string> = {};

  beforeAll(async () => {
    then = await tick();
    for (const [who, context] of Object.entries(askers)) said[who] = await answers({ ...context, now: then });
    rows = await tables("public", then);
  }, 60_000);

  const askerNow = (who: string) => ({ ...askerOf(who), now: new Date() });
  async function expectSame(who: string, questions = questionsOf(dated, of)) {
    const again = await answers(askerNow(who), questions, { asOf: then.toISOString() });
    expect(differing(said[who] ?? {}, again), who).toEqual([]);
  }
  async function expectAllSame() {
    expect(differing(rows, await tables("as_of", then))).toEqual([]);
    for (const who of Object.keys(askers)) await expectSame(who);
  }

  it("is what was answered then", async () => {
    const answered = Object.values(said).flatMap((one) => Object.entries(one));
    expect(answered.filter(([, text]) => text.includes('"refused"'))).toEqual([]);
    await expectAllSame();
  });

  it.each(Object.keys(laterChanges))("does not know that %s", async (change) => {
    const before = await tables("public", then);
    await laterChanges[change]?.(owner(), of);
    expect(differing(before, await tables("public", then))).not.toEqual([]);
    expect(differing(rows, await tables("as_of", then))).toEqual([]);
    await expectSame(
      seer,
      questionsOf(dated, of).filter(({ sharper }) => !sharper),
    );
  });

  it("does not know any of it, whatever is asked", expectAllSame);

  it("does not know what any command does", async () => {
    for (const command of operations.filter(({ kind }) => kind === "command"))
      await command.call(owner(), samples[command.name]?.(of)).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      });
    await expectAllSame();
  }, 60_000);

  it("was otherwise than today, whatever is asked", async () => {
    const now = await answers(askerNow(seer));
    const changed = differing(said[seer] ?? {}, now).map((question) => question.split(" ")[0]);
    expect([...new Set(changed)].sort()).toEqual(dated.map(({ name }) => name).sort());
  });
});

/** An instant after all that was recorded so far and before all that will be. */
async function tick(): Promise<Date> {
  const at = new Date();
  while (Date.now() <= at.getTime()) await Promise.resolve();
  return at;
}
