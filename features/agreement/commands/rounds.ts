import { z } from "zod";
import { thesisOf } from "@/features/theses/queries";
import { memberOf, personBehind } from "@/features/workspaces/queries";
import type { Member } from "@/features/workspaces/schema";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { AppError, conflict, invalid } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { grants } from "@/server/permissions";
import { midnightSql } from "@/server/sql/time";
import { roundById } from "../queries/rounds";
import { ById, DrawRound, Round } from "../schema";

export const drawRound = command({
  name: "agreement.draw",
  summary: "Draw a random sample of tagged news for someone to read again without seeing the tags",
  allow: "tag:write",
  http: { method: "POST", path: "/agreement/rounds", status: 201 },
  input: DrawRound,
  output: Round,
  run: async (ctx, input) => {
    if (input.from && input.to && input.to <= input.from)
      throw invalid({ to: "must be a later day than from" });
    const thesis = input.thesis === undefined ? null : await thesisOf(ctx, input.thesis);
    const person = await personBehind(ctx);
    const reader = await readerOf(ctx, input.reader);
    if (person?.id === reader.id) {
      throw new AppError(
        "INVALID",
        "Whoever draws a round knows what it was drawn by: someone else must read it.",
        {
          key: "agreementOwnRound",
          fields: { reader: "must not be who draws the round" },
        },
      );
    }
    const id = newId();
    const seed = input.seed ?? id;
    const items = await sample(ctx, { ...input, thesisId: thesis?.id ?? null, reader, seed });
    if (items.length === 0) {
      throw new AppError(
        "INVALID",
        "No news fits: it takes items whose tags are all one other person's, and which the reader never tagged or read before.",
        { key: "agreementNothing", fields: { reader: "could read nothing new there" } },
      );
    }
    await ctx.tx.agreementRound.create({
      data: {
        workspaceId: ctx.workspaceId,
        id,
        readerId: reader.id,
        readerName: reader.name,
        drawnById: person?.id ?? null,
        drawnBy: ctx.actor.name,
        drawnAt: ctx.now,
      },
    });
    // Before the tasks: from then on a token no longer sees what it just wrote.
    await ctx.tx.agreementDraw.create({
      data: {
        workspaceId: ctx.workspaceId,
        roundId: id,
        seed,
        size: input.size,
        thesisId: thesis?.id ?? null,
        fromDay: input.from ? new Date(input.from) : null,
        toDay: input.to ? new Date(input.to) : null,
      },
    });
    await ctx.tx.agreementTask.createMany({
      data: items.map((newsItemId, at) => ({
        workspaceId: ctx.workspaceId,
        id: newId(),
        roundId: id,
        newsItemId,
        readerId: reader.id,
        place: at + 1,
      })),
    });
    ctx.audit({
      entity: "agreementRound",
      entityId: id,
      label: reader.name,
      changes: { items: [null, items.length], thesis: [null, thesis?.slug ?? null], seed: [null, seed] },
    });
    return roundById(ctx, id);
  },
});

async function readerOf(ctx: CommandContext, id: string): Promise<Member> {
  const member = await memberOf(ctx, id, "reader");
  if (!grants(member.role, "tag:write")) throw invalid({ reader: "must be someone who may tag" });
  return member;
}

type Sample = {
  reader: Member;
  size: number;
  seed: string;
  thesisId: string | null;
  from?: string;
  to?: string;
};

/**
 * Ids of items in random order, the same for the same seed: an item's place is the hash of seed and id. Eligible are items
 * whose tags are all of one person, not the reader; which the reader never tagged, untagged or read in an earlier round;
 * and which nobody is reading blind now.
 */
async function sample(
  ctx: CommandContext,
  { reader, size, seed, thesisId, from, to }: Sample,
): Promise<string[]> {
  const found = await rows(
    ctx.tx,
    z.object({ id: z.string() }),
    Prisma.sql`
      SELECT t.subject_id AS id FROM news_tag AS t
      WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.superseded_at IS NULL
        ${from ? Prisma.sql`AND t.published_at >= ${midnightSql(from, ctx.workspace.timeZone)}` : Prisma.empty}
        ${to ? Prisma.sql`AND t.published_at < ${midnightSql(to, ctx.workspace.timeZone)}` : Prisma.empty}
      GROUP BY t.workspace_id, t.subject_id
      HAVING bool_and(t.origin = 'person' AND coalesce(t.actor_id <> ${reader.id}::uuid, false) AND t.recorded_at <= ${ctx.now})
        AND count(DISTINCT t.actor_id) = 1
        ${thesisId ? Prisma.sql`AND bool_or(t.thesis_id = ${thesisId}::uuid)` : Prisma.empty}
        AND NOT EXISTS (SELECT 1 FROM news_tag AS h WHERE h.workspace_id = t.workspace_id AND h.subject_id = t.subject_id
          AND (h.actor_id = ${reader.id}::uuid OR h.superseded_actor = ${reader.name}))
        AND NOT EXISTS (SELECT 1 FROM agreement_task AS k WHERE k.workspace_id = t.workspace_id AND k.news_item_id = t.subject_id
          AND (k.blind OR k.reader_id = ${reader.id}::uuid))
      ORDER BY md5(${seed} || ':' || t.subject_id::text) LIMIT ${size}`,
  );
  return found.map(({ id }) => id);
}

export const closeRound = command({
  name: "agreement.close",
  summary: "Close a round before everything is read; what was not read counts nowhere",
  allow: "tag:write",
  http: { method: "POST", path: "/agreement/rounds/{id}/close" },
  input: ById,
  output: Round,
  run: async (ctx, { id }) => {
    const round = await roundById(ctx, id);
    const person = await personBehind(ctx);
    const drewIt = person !== null && person.id === round.drawnBy.id;
    if (person?.id === round.reader.id || !(drewIt || ctx.can("agreement:direct"))) {
      throw new AppError("FORBIDDEN", "Whoever drew a round or a partner closes it, and never its reader.", {
        key: "agreementClose",
      });
    }
    await close(ctx, id, round.reader.name);
    return roundById(ctx, id);
  },
});

/** Ends the blindness of the whole round. CONFLICT when it is closed already. */
export async function close(ctx: CommandContext, id: string, readerName: string): Promise<void> {
  const { count } = await ctx.tx.agreementRound.updateMany({
    where: { workspaceId: ctx.workspaceId, id, closedAt: null },
    data: { closedAt: ctx.now, closedBy: ctx.actor.name },
  });
  if (count === 0) throw conflict("This round is closed already.", { key: "agreementClosed" });
  await ctx.tx.agreementTask.updateMany({
    where: { workspaceId: ctx.workspaceId, roundId: id },
    data: { blind: false },
  });
  ctx.audit({
    entity: "agreementRound",
    entityId: id,
    label: readerName,
    changes: { closed: [false, true] },
  });
}
