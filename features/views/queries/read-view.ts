import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { Context } from "@/server/context";
import type { LinkedView } from "@/server/contexts";
import { publicUrl } from "@/server/env";
import { cellOf, dateOf, labelOf } from "../domain";
import { ViewRecord } from "../schema";
import { lists } from "./lists";

const Row = z.record(z.string(), z.unknown());
const Page = z.object({ data: z.array(Row), nextCursor: z.string().nullable() });
type Row = z.infer<typeof Row>;

const pageSize = 200;

/** The view's rows, a page at a time, as its list answers them to this context. */
async function* pagesOf(context: Context, view: LinkedView, limit: number): AsyncGenerator<Row[]> {
  const { record, filter, sort, columns } = view;
  const asked = {
    ...(filter ? { filter } : {}),
    ...(sort ? { sort } : {}),
    ...(columns.length > 0 ? { columns } : {}),
    limit,
  };
  let cursor: string | null = null;
  do {
    const page = Page.parse(
      await lists[ViewRecord.parse(record)].call(context, { ...asked, ...(cursor ? { cursor } : {}) }),
    );
    yield page.data;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** The view as a JSON Feed 1.1: its first hundred rows. */
export async function viewAsFeed(context: Context, view: LinkedView, address: string) {
  const first = await pagesOf(context, { ...view, columns: [] }, 100).next();
  const rows: Row[] = first.done ? [] : first.value;
  const place = `${publicUrl()}/w/${context.workspace.slug}/${view.record}`;
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: `${view.name} · ${context.workspace.name}`,
    home_page_url: place,
    feed_url: address,
    items: rows.map((row) => ({
      id: cellOf(row.id),
      url: typeof row.url === "string" ? row.url : `${place}/${cellOf(row.slug ?? row.id)}`,
      title: labelOf(row),
      content_text: cellOf(row.excerpt ?? row.description ?? row.nextStep) || labelOf(row),
      ...(dateOf(row) ? { date_published: dateOf(row) } : {}),
    })),
  };
}

/** The view as CSV, all of it, for spreadsheets: a byte order mark, and no cell that a spreadsheet would run as a formula. */
export async function viewAsCsv(context: Context, view: LinkedView): Promise<ReadableStream<Uint8Array>> {
  const pages = pagesOf(context, view, pageSize);
  // Before anything is answered: what cannot be read is refused, not broken off.
  let page = await pages.next();
  const encoder = new TextEncoder();
  let columns: string[] | null = null;
  return new ReadableStream({
    async pull(controller) {
      const { value: rows, done } = page;
      if (done) return controller.close();
      const isFirst = columns === null;
      columns ??= view.columns.length > 0 ? view.columns : Object.keys(rows[0] ?? { id: null });
      const cells = rows.map((row) => (columns ?? []).map((name) => cellOf(row[name])));
      const table = isFirst ? [columns, ...cells] : cells;
      controller.enqueue(
        encoder.encode(`${isFirst ? "\ufeff" : ""}${stringify(table, { escape_formulas: true })}`),
      );
      page = await pages.next();
    },
    cancel: async () => void (await pages.return(undefined)),
  });
}
