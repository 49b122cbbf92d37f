import { z } from "zod";
import { records } from "@/features/records";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { list } from "@/server/record/list";
import { Deal, GetDeal, Owner } from "../schema";
import { DealRow, dealColumns, dealJoins, withTheses } from "./columns";

export const listDeals = list(records.deals, {
  name: "deal.list",
  summary: "Deals, those changed last first",
  path: "/deals",
  asOf: true,
  row: Deal,
  columns: dealColumns,
  joins: dealJoins,
  raw: { shape: DealRow, finish: withTheses },
  sort: "-updated",
});

const d = Prisma.raw("d");

/** The deal, or NOT_FOUND: also for a confidential one that this role may not see. */
export async function dealById(ctx: QueryContext, id: string): Promise<Deal> {
  const found = await row(
    ctx.tx,
    DealRow,
    Prisma.sql`SELECT ${dealColumns(d)} FROM deal AS d ${dealJoins(d)} WHERE d.workspace_id = ${ctx.workspaceId}::uuid AND d.id = ${id}::uuid`,
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
