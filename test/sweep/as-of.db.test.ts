import { beforeAll, describe, expect, it } from "vitest";
import { updateDeal } from "@/features/deals/commands";
import { createNews } from "@/features/news/commands/news-items";
import { operations } from "@/features/registry";
import { tagNews } from "@/features/tags/commands/tags";
import { updateThesis } from "@/features/theses/commands";
import { addDays, dayIn } from "@/lib/calendar/days";
import type { Context } from "@/server/context";
import { cliContext } from "@/server/contexts";
import { db } from "@/server/db/client";
import { AppError } from "@/server/errors";
import { questionsOf } from "./dated-questions";
import { type Fixture, makeFixture } from "./fixture";
import { bySql, fetched, laterChanges } from "./later-changes";
import { samples } from "./samples";

/**
 * As of a day means: byte for byte what was answered at its end. Every operation that declares asOf answers at the end of a
 * day; then everything is changed that can be, also by the sample of every command there is; and each time it is asked again.
 */

const dated = operations.filter(({ asOf }) => asOf);
const hour = 3_600_000;
const zone = "Asia/Shanghai";
const today = new Date();
/** In the future of the clock, so that nothing of the tests' own making is recorded after it; 16:00 UTC is midnight there. */
const day = addDays(dayIn(today, zone), 2);
const end = new Date(Date.parse(`${day}T16:00:00Z`) - 1);
const later = (hours: number) => new Date(end.getTime() + 24 * hour + hours * hour);

let of: Fixture;
/** One who sees everything, and one who does not see what is confidential. Neither reads anything blind. */
let askers: Record<string, Context>;
const doer = (now: Date): Context => ({ ...of.workspace.as("owner"), now });

beforeAll(async () => {
  of = await makeFixture();
  askers = { "the command line": await cliContext(of.workspace.slug), "an analyst": of.workspace.as("analyst") };
  // By that day, too, not everything is as it was first said.
  const ctx = doer(new Date(end.getTime() - 12 * hour));
  await fetched(ctx, of, "As first told");
  await fetched({ ...ctx, now: new Date(end.getTime() - 6 * hour) }, of, "As told then");
  await tagNews(ctx, { id: of.news, thesis: of.thesis, stance: "neutral", note: "then" });
  await updateThesis(ctx, { id: of.thesis, statement: "What we held then" });
  await updateDeal(ctx, { id: of.deal, nextStep: "call", ownerId: of.workspace.userOf("partner").id });
  await createNews(ctx, { title: "only-here then", publishedAt: "2024-02-20" });
  await bySql(
    ctx,
    `INSERT INTO claim SELECT '${ctx.workspaceId}', gen_random_uuid(), '${of.thesis}', '1', 1, 'a', 'a', 'a', 'a', 'a', 'a',
       NULL, NULL, 'a', 'a', '2024-12-31', false`,
  );
  await bySql(ctx, `INSERT INTO claim_element SELECT workspace_id, id, '${of.thesis}' FROM claim WHERE $ws`);
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

/** Question → answer, as text; of the present at `now`, or as of the day. */
async function answers(context: Context, asOf?: object): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const { operation, input } of questionsOf(dated, of)) {
    const question = `${operation.name} ${JSON.stringify(input)}`;
    said[question] = JSON.stringify(await answer(context, operation.name, { ...input, ...asOf }));
  }
  return said;
}

/** The rows of every table that the past is read from. */
async function tables(schema: "public" | "as_of", now: Date): Promise<Record<string, string>> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.workspace_id', ${askers["the command line"]?.workspaceId}, true),
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

describe("as of a day", () => {
  const then: Record<string, Record<string, string>> = {};
  let rowsThen: Record<string, string> = {};
  let hours = 0;

  beforeAll(async () => {
    for (const [who, context] of Object.entries(askers)) then[who] = await answers({ ...context, now: end });
    rowsThen = await tables("public", end);
  }, 60_000);

  async function expectUnchanged() {
    for (const [who, context] of Object.entries(askers))
      expect(differing(then[who] ?? {}, await answers({ ...context, now: later(hours) }, { asOf: day })), who).toEqual([]);
    expect(differing(rowsThen, await tables("as_of", end))).toEqual([]);
  }

  it("is what was answered at its end", expectUnchanged);

  it.each(Object.keys(laterChanges))("does not know that %s", async (change) => {
    const before = await tables("public", end);
    await laterChanges[change]?.(doer(later(++hours)), of);
    expect(differing(before, await tables("public", end))).not.toEqual([]);
    await expectUnchanged();
  });

  it("does not know what any command does", async () => {
    for (const command of operations.filter(({ kind }) => kind === "command"))
      await command.call(doer(later(++hours)), samples[command.name]?.(of)).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      });
    await expectUnchanged();
  }, 60_000);

  it("knew otherwise than today, whatever is asked", async () => {
    const now = await answers({ ...(askers["the command line"] as Context), now: later(++hours) });
    const changed = new Set(differing(then["the command line"] ?? {}, now).map((question) => question.split(" ")[0]));
    expect([...changed].sort()).toEqual(dated.map(({ name }) => name).sort());
  });
});
