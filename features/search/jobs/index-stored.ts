import { z } from "zod";
import { companyIndex } from "@/features/companies/record";
import { newsIndex } from "@/features/news/record";
import { noteIndex } from "@/features/notes/queries/notes";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { run } from "@/server/jobs/runs/run";
import type { CommandContext } from "@/server/operation";
import { indexPast, indexRows, type SearchIndex, Version } from "@/server/sql/search";

const batchSize = 100;

/** What is walked through, in this order. Companies and notes are few and looked for by name: they come first. */
export const parts: readonly { index: SearchIndex; past: boolean }[] = [
  { index: companyIndex, past: false },
  { index: noteIndex, past: false },
  { index: newsIndex, past: false },
  { index: companyIndex, past: true },
  { index: newsIndex, past: true },
];

const Place = z.object({ part: z.number().int(), after: Version.nullable() });

/** Indexes all texts of a workspace by the tokenizer's `version`. Until it is done, search finds by what was there before. */
export const indexStoredRun = run({
  kind: "search.index",
  as: "search",
  allow: "workspace:write",
  input: z.object({ version: z.number().int() }),
  cursor: Place,
  result: z.object({}),
  step: async (ctx, { cursor, result }) => {
    const { part, after } = cursor ?? { part: 0, after: null };
    const done = await indexNext(ctx, part, after);
    const last = done.at(-1);
    const next = done.length === batchSize && last ? { part, after: last } : { part: part + 1, after: null };
    return { done: done.length, cursor: next, result, goesOn: next.part < parts.length };
  },
  end: async (ctx, { input }, state) => {
    if (state !== "done") return;
    await ctx.tx.$executeRaw`UPDATE workspace SET search_version = ${input.version}::int
      WHERE id = ${ctx.workspaceId}::uuid`;
  },
});

async function indexNext(ctx: CommandContext, at: number, after: Version | null): Promise<Version[]> {
  const part = parts[at];
  if (!part) return [];
  if (part.past) return indexPast(ctx, part.index, { after, limit: batchSize });
  const found = await rows(
    ctx.tx,
    z.object({ id: z.string() }),
    Prisma.sql`SELECT t.id FROM ${Prisma.raw(part.index.table)} AS t WHERE t.workspace_id = ${ctx.workspaceId}::uuid
      AND (${after?.id ?? null}::uuid IS NULL OR t.id > ${after?.id ?? null}::uuid) ORDER BY t.id LIMIT ${batchSize}::int`,
  );
  const ids = found.map(({ id }) => id);
  await indexRows(ctx, part.index, ids);
  return ids.map((id) => ({ id, recordedAt: "" }));
}
