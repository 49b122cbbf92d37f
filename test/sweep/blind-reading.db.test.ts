import { beforeAll, describe, expect, it } from "vitest";
import { readTask } from "@/features/agreement/commands/readings";
import { drawRound } from "@/features/agreement/commands/rounds";
import { listTasks } from "@/features/agreement/queries/tasks";
import { createNews } from "@/features/news/commands/news-items";
import { operations } from "@/features/registry";
import { tagMany, undoBatch } from "@/features/tags/commands/batches";
import { tagNews, untagNews } from "@/features/tags/commands/tags";
import { createThesis } from "@/features/theses/commands";
import { createToken } from "@/features/workspaces/commands/tokens";
import type { Context } from "@/server/context";
import { tokenContext } from "@/server/contexts";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { AppError } from "@/server/errors";
import { type Fixture, makeFixture } from "./fixture";
import { samples } from "./samples";

/**
 * Whoever reads an item blind must get the same answers whatever its tags are. Every query of the registry is asked again
 * after each change of the tags and compared byte for byte with what it answered before.
 */

let of: Fixture;
let theses: { a: string; b: string };
let askers: Record<"the reader" | "a token of the reader" | "a token of someone else", Context>;
let others: Context;
/** Both at one instant: an answer that tells the time would differ by itself. */
const now = new Date("2024-03-01T00:00:00Z");
const title = "Read blind";

beforeAll(async () => {
  of = await makeFixture();
  const { workspace } = of;
  const partner = workspace.as("partner");
  const [a, b] = [await thesis("blind-a"), await thesis("blind-b")];
  theses = { a, b };
  const { id } = await createNews(partner, {
    title,
    publishedAt: "2024-02-18T00:00:00Z",
    tags: [{ thesis: a, stance: "for", strength: 2 }],
  });
  // Read by someone before: that reading, and what it was drawn by, would tell as much as the tags.
  await drawRound(partner, { reader: workspace.userOf("analyst").id, thesis: a });
  const [earlier] = (await listTasks(workspace.as("analyst"), {})).data;
  await readTask(workspace.as("analyst"), {
    id: earlier?.id ?? "",
    tags: [{ thesis: a, stance: "against" }],
  });
  const round = await drawRound(partner, { reader: workspace.userOf("admin").id, thesis: a });
  of = { ...of, news: id, thesis: a, thesisSlug: "blind-a", round: round.id };
  const token = async (role: "owner" | "admin") => {
    const { secret } = await createToken(workspace.as(role), { name: `of the ${role}`, role });
    return { ...(await tokenContext(secret)), now };
  };
  askers = {
    "the reader": { ...workspace.as("admin"), now },
    "a token of the reader": await token("admin"),
    "a token of someone else": await token("owner"),
  };
  others = { ...workspace.as("owner"), now };
});

async function thesis(slug: string): Promise<string> {
  return (await createThesis(of.workspace.as("owner"), { slug, name: slug, statement: slug })).id;
}

const queries = operations.filter(({ kind }) => kind === "query");

/** Beside its sample, what would tell the tags apart most sharply. */
function inputsOf(name: string): unknown[] {
  const { a, b } = theses;
  const range = { bucket: "day", from: "2024-02-10", to: "2024-02-25" };
  const sharper: Record<string, unknown[]> = {
    "news.list": [
      {},
      ...[a, b, `${a},${b}`].flatMap((one) => [
        { thesis: one },
        { thesis: one, q: title },
        { thesis: one, stance: "for" },
      ]),
      { stance: "against" },
      { untagged: true },
      { untagged: true, q: title },
    ],
    "news.get": [{ id: of.news }],
    "thesis.counts": [{}, { thesis: a }, { thesis: b }],
    "trend.signals": ["count", "share"].flatMap((measure) => [
      { ...range, measure },
      { ...range, measure, thesis: [a, b] },
      { ...range, measure, thesis: [a, b], counting: "stories" },
      { ...range, measure, thesis: [a, b], counting: "sources" },
      { ...range, measure, bucket: "week", thesis: a },
    ]),
    "trend.recent": [{ thesis: `${a},${b}` }],
    "search.all": [{ q: title }],
    "audit.list": [{ limit: 200 }, { entity: "news", limit: 200 }, { entity: "news", entityId: of.news }],
    "agreement.round": [{ id: of.round }],
    "agreement.disagreements": [{ settled: true }, { settled: false }],
  };
  return [samples[name]?.(of), ...(sharper[name] ?? [])];
}

/** Everything an asker can learn by asking, as text: query and input → answer or refusal. */
async function answersTo(context: Context): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const query of queries)
    for (const input of inputsOf(query.name)) {
      const answer = await query.call(context, input).catch((error: unknown) => {
        if (error instanceof AppError) return { refused: error.body() };
        throw error;
      });
      answers[`${query.name} ${JSON.stringify(input)}`] = JSON.stringify(answer);
    }
  return answers;
}

/** The same rows, as if the first reader had said something else from the beginning: also in what was recorded of it. */
async function sayOtherwise(): Promise<void> {
  const db = ownerDb(env().DATABASE_URL);
  try {
    await db.$executeRaw`UPDATE news_tag SET thesis_id = ${theses.b}::uuid, stance = 'against', strength = 3, note = 'no'
      WHERE subject_id = ${of.news}::uuid`;
    await db.$executeRaw`UPDATE agreement_reading SET thesis_id = ${theses.b}::uuid, stance = 'neutral'
      WHERE task_id IN (SELECT id FROM agreement_task WHERE news_item_id = ${of.news}::uuid)`;
    await db.$executeRaw`UPDATE agreement_draw SET thesis_id = ${theses.b}::uuid
      WHERE round_id IN (SELECT round_id FROM agreement_task WHERE news_item_id = ${of.news}::uuid)`;
    await db.$executeRaw`UPDATE audit_entry SET changes = replace(changes::text, 'blind-a', 'blind-b')::jsonb
      WHERE entity <> 'thesis'`;
  } finally {
    await db.$disconnect();
  }
}

const partner = () => of.workspace.as("partner");
let batch = "";
/** In this order, each on what the one before left. */
const changes: Record<string, () => Promise<unknown>> = {
  "the tag is another": sayOtherwise,
  "a second tag comes": () =>
    tagNews(partner(), { id: of.news, thesis: theses.a, stance: "neutral", note: "both" }),
  "many are tagged in one step": async () => {
    const put = [{ thesis: theses.a, stance: "against" as const, strength: 3 }];
    batch = (await tagMany(partner(), { ids: [of.news], put, label: "A step" })).batchId;
  },
  "the step is taken back": () => undoBatch(partner(), { id: batch }),
  "all tags go": async () => {
    for (const id of Object.values(theses)) await untagNews(partner(), { id: of.news, thesis: id });
  },
};

describe("whatever becomes of the tags", () => {
  const before: Record<string, Record<string, string>> = {};
  const told = new Set<string>();
  beforeAll(async () => {
    for (const [who, context] of Object.entries(askers)) before[who] = await answersTo(context);
  });

  it.each(Object.keys(changes))("nobody who is blind learns that %s", async (change) => {
    const openBefore = await answersTo(others);
    await changes[change]?.();
    const openAfter = await answersTo(others);
    for (const [question, answer] of Object.entries(openAfter))
      if (answer !== openBefore[question]) told.add(question.split(" ")[0] ?? "");
    expect(openAfter).not.toEqual(openBefore);
    for (const [who, context] of Object.entries(askers)) {
      const after = await answersTo(context);
      const differ = Object.keys(after).filter((question) => after[question] !== before[who]?.[question]);
      expect(differ, who).toEqual([]);
    }
  });

  it("tells everybody else, so the comparison can fail", () => {
    expect([...told]).toEqual(
      expect.arrayContaining([
        "agreement.disagreements",
        "audit.list",
        "news.get",
        "news.list",
        "news.tagHistory",
        "overview.get",
        "thesis.counts",
        "trend.signals",
      ]),
    );
  });

  it("is told to the reader once the round is closed", async () => {
    const { data } = await listTasks(of.workspace.as("admin"), {});
    for (const { id } of data) await readTask(of.workspace.as("admin"), { id, tags: [] });
    const after = await answersTo(askers["the reader"]);
    const history = `news.tagHistory ${JSON.stringify({ id: of.news })}`;
    expect(before["the reader"]?.[history]).toBe('{"data":[]}');
    expect(after[history]).toContain("blind-b");
  });
});
