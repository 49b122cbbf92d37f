import { z } from "zod";
import { Day } from "@/lib/schema/shapes";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { cutPage, decodeCursor } from "@/server/record/cursor";
import { instantSql } from "@/server/sql/time";
import { Deal, DealPage, GetDeal, ListDeals, Owner } from "../schema";
import { DealRow, dealColumns, dealConditions, dealJoins, withTheses } from "./columns";

/** How a list can be sorted: the column, how its value is printed into the cursor, and read back from it. */
const sorts = {
  updated: {
    column: Prisma.sql`d.updated_at`,
    key: instantSql(Prisma.sql`d.updated_at`),
    cast: Prisma.sql`timestamptz`,
    cursor: z.tuple([z.iso.datetime({ offset: true }), z.uuid()]),
  },
  opened: {
    column: Prisma.sql`d.opened_on`,
    key: Prisma.sql`to_char(d.opened_on, 'YYYY-MM-DD')`,
    cast: Prisma.sql`date`,
    cursor: z.tuple([Day, z.uuid()]),
  },
};

const ListRow = DealRow.extend({ sortKey: z.string() });

export const listDeals = query({
  name: "deal.list",
  summary: "Deals, those changed last first",
  allow: "deal:read",
  http: { method: "GET", path: "/deals" },
  asOf: true,
  input: ListDeals,
  output: DealPage,
  run: async (ctx, input) => {
    const { column, key, cast, cursor } = sorts[input.sort];
    const after = decodeCursor(input.cursor, cursor);
    const conditions = await dealConditions(ctx, input);
    if (after) conditions.push(Prisma.sql`(${column}, d.id) < (${after[0]}::${cast}, ${after[1]}::uuid)`);
    const found = await rows(
      ctx.tx,
      ListRow,
      Prisma.sql`
        WITH d AS (SELECT * FROM deal AS d WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${column} DESC, d.id DESC LIMIT ${input.limit + 1})
        SELECT ${dealColumns}, ${key} AS "sortKey" FROM d ${dealJoins} ORDER BY ${column} DESC, d.id DESC`,
    );
    const { data, nextCursor } = cutPage(found, input.limit, (last) => [last.sortKey, last.id]);
    return { data: data.map(({ sortKey: _, ...deal }) => withTheses(deal)), nextCursor };
  },
});

/** The deal, or NOT_FOUND: also for a confidential one that this role may not see. */
export async function dealById(ctx: QueryContext, id: string): Promise<Deal> {
  const found = await row(
    ctx.tx,
    DealRow,
    Prisma.sql`SELECT ${dealColumns} FROM deal AS d ${dealJoins} WHERE d.workspace_id = ${ctx.workspaceId}::uuid AND d.id = ${id}::uuid`,
  );
  if (!found) throw notFound("deal");
  return withTheses(found);
}

export const getDeal = query({
  name: "deal.get",
  summary: "One deal",
  allow: "deal:read",
  http: { method: "GET", path: "/deals/{id}" },
  asOf: true,
  input: GetDeal,
  output: Deal,
  run: (ctx, { id }) => dealById(ctx, id),
});

/** Who can own a deal: what the owner field and the owner filter offer. */
export const listOwners = query({
  name: "deal.owners",
  summary: "The members of the workspace, as owners of deals",
  allow: "deal:read",
  input: z.object({}).strict(),
  output: z.object({ data: z.array(Owner) }),
  run: async (ctx) => ({
    data: await rows(
      ctx.tx,
      Owner,
      Prisma.sql`SELECT u.id, u.name FROM membership AS m JOIN app_user AS u ON u.id = m.user_id
        WHERE m.workspace_id = ${ctx.workspaceId}::uuid ORDER BY u.name, u.id LIMIT 500`,
    ),
  }),
});
