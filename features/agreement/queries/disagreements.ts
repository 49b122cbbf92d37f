import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { type KeysetOrder, keysetPage } from "@/server/record/keyset-page";
import { instantSql } from "@/server/sql/time";
import { firstSide, secondSide } from "../domain/sides";
import { Disagreement, DisagreementPage, ListDisagreements, ReadTag } from "../schema";
import { comparable, firstReaderSql, firstReadingSql, readItemSql, secondReadingSql } from "./readings";

const Compared = z.object({
  id: z.string(),
  roundId: z.string(),
  newsItemId: z.string(),
  item: Disagreement.shape.item,
  first: z.array(ReadTag),
  second: z.array(ReadTag),
  firstReader: z.object({ id: z.string(), name: z.string() }),
  secondReader: z.object({ id: z.string(), name: z.string() }),
  settlement: z
    .object({
      settledFor: z.enum(["first", "second", "other"]),
      by: z.string(),
      at: z.string(),
      reason: z.string(),
      batchId: z.string(),
    })
    .nullable(),
});
export type Compared = z.infer<typeof Compared>;

/** Theses and stances of a reading, for comparing: strength is a matter of degree. */
const said = (reading: Prisma.Sql) =>
  Prisma.sql`ARRAY(SELECT (g ->> 'thesisId') || (g ->> 'stance') FROM json_array_elements(${reading}) AS g ORDER BY 1)`;

const comparedSql = (ctx: QueryContext, which: Prisma.Sql) => Prisma.sql`
  SELECT * FROM (
    SELECT k.id, k.round_id AS "roundId", k.news_item_id AS "newsItemId", ${readItemSql} AS item,
           ${firstReadingSql} AS first, ${secondReadingSql} AS second, ${firstReaderSql} AS "firstReader",
           json_build_object('id', r.reader_id, 'name', r.reader_name) AS "secondReader",
           CASE WHEN s.task_id IS NOT NULL THEN json_build_object('settledFor', s.settled_for, 'by', s.settled_by, 'reason', s.reason,
             'at', ${instantSql(Prisma.sql`s.settled_at`)}, 'batchId', s.batch_id) END AS settlement
    FROM agreement_task AS k
    JOIN agreement_round AS r ON r.workspace_id = k.workspace_id AND r.id = k.round_id
    JOIN news_item AS i ON i.workspace_id = k.workspace_id AND i.id = k.news_item_id
    LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id
    LEFT JOIN agreement_settlement AS s ON s.workspace_id = k.workspace_id AND s.task_id = k.id
    WHERE k.workspace_id = ${ctx.workspaceId}::uuid AND ${comparable} AND ${which}
  ) AS c WHERE ${said(Prisma.sql`c.first`)} <> ${said(Prisma.sql`c.second`)}`;

/** The disagreement with both readings and whose they are, or NOT_FOUND: for whoever settles it, not for showing. */
export async function comparedById(ctx: QueryContext, id: string): Promise<Compared> {
  const found = await row(ctx.tx, Compared, comparedSql(ctx, Prisma.sql`k.id = ${id}::uuid`));
  if (!found) throw notFound("disagreement");
  return found;
}

/** As it is shown: in an order that tells nothing, without names while it is open. */
export function asDisagreement(found: Compared): Disagreement {
  const { id, roundId, item, first, second, firstReader, secondReader, settlement } = found;
  const [one, other] = [firstSide(id), secondSide(id)];
  const ordered = <Of>(ofFirst: Of, ofSecond: Of) =>
    one === "a" ? { a: ofFirst, b: ofSecond } : { a: ofSecond, b: ofFirst };
  return {
    id,
    roundId,
    item,
    ...ordered(first, second),
    settlement: settlement && {
      ...settlement,
      settledFor: { first: one, second: other, other: "other" as const }[settlement.settledFor],
      readers: ordered(firstReader.name, secondReader.name),
    },
  };
}

const byId: KeysetOrder<Compared> = {
  keys: [{ sql: Prisma.sql`c.id`, type: "uuid", of: ({ id }) => id }],
  descending: false,
};

export const listDisagreements = query({
  name: "agreement.disagreements",
  summary: "Items whose two readings differ, in rounds that are closed: open ones, or those already settled",
  allow: "tag:write",
  http: { method: "GET", path: "/agreement/disagreements" },
  input: ListDisagreements,
  output: DisagreementPage,
  run: async (ctx, { settled, ...paging }) => {
    const which = Prisma.sql`s.task_id IS ${settled ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`;
    const { data, nextCursor } = await keysetPage(ctx, Compared, comparedSql(ctx, which), byId, paging);
    return { data: data.map(asDisagreement), nextCursor };
  },
});
