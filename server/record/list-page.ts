import { z } from "zod";
import { joined } from "@/lib/filter/normal";
import { printFilter } from "@/lib/filter/print";
import type { Filter } from "@/lib/filter/tree";
import type { Context } from "@/server/context";
import { AppError } from "@/server/errors";
import { FilterRefused, type Refusal, readParts } from "./asked-filter";
import { catalogueOf } from "./catalogue";
import type { ListAnswer } from "./list";
import { pagingNames } from "./parameters";
import type { RecordOf } from "./record";

/** An address' parameters, as pages get them. */
export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks of a record, and what was found in vain. */
export type AskedOnPage = {
  /** The parameters in force that say what is found, as text. */
  filters: Readonly<Record<string, string>>;
  filter: {
    tree: Filter;
    /** The filter as a person would type it, in the reader's language. */
    text: string;
    /** What the address asks for in vain: it is shown, and nothing is found. */
    unknown: readonly Refusal[];
  };
  sort: string | null;
  columns: readonly string[] | null;
};

export type ListPage<Row> = ListAnswer<Row> & AskedOnPage;

type Asked<Answer> = { input: z.ZodType; call(context: Context, raw: unknown): Promise<Answer> };

const nothingFound = { data: [], nextCursor: null, total: { count: 0, exact: true }, facets: null };

/** Reads a list as the address of its page asks for it. */
export async function listPage<Row>(
  ctx: Context,
  list: Asked<ListAnswer<Row>> & { record: RecordOf },
  search: Search,
  locale: string,
): Promise<ListPage<Row>> {
  const { answer, asked } = await askedOnPage(ctx, list, list.record, search, locale, nothingFound);
  return { ...answer, ...asked };
}

/**
 * What an operation answers to the address of its page. Parameters that are none of its own are somebody else's; an order, a page
 * or a column that is none is left aside, since it hides nothing; a filter that asks for what is not there finds `nothing`.
 */
export async function askedOnPage<Answer extends object>(
  ctx: Context,
  operation: Asked<Answer>,
  record: RecordOf,
  search: Search,
  locale: string,
  nothing: Answer,
): Promise<{ answer: Answer; asked: AskedOnPage }> {
  const parameters = operation.input instanceof z.ZodObject ? operation.input.shape : {};
  const given = Object.entries(parameters).flatMap(([name, schema]): [string, string][] => {
    const text = [search[name] ?? []].flat().join(",");
    return text !== "" && (!isPaging(name) || z.safeParse(schema, text).success) ? [[name, text]] : [];
  });
  const filters = Object.fromEntries(given.filter(([name]) => !isPaging(name)));
  const paging = Object.fromEntries(given.filter(([name]) => isPaging(name)));
  const { answer, unknown } = await ask(ctx, operation, filters, paging);
  const parts = readParts(record, filters).parts.map(({ filter }) => filter);
  const tree = joined("and", parts);
  const language = locale.startsWith("zh") ? "zh" : "en";
  const asked = {
    filters,
    filter: { tree, text: printFilter(tree, catalogueOf(record), language), unknown },
    sort: paging.sort ?? null,
    columns: paging.columns?.split(",") ?? null,
  };
  return { answer: answer ?? nothing, asked };
}

function isPaging(name: string): boolean {
  return pagingNames.some((one) => one === name);
}

type Texts = Readonly<Record<string, string>>;

async function ask<Answer>(
  ctx: Context,
  operation: Asked<Answer>,
  filters: Texts,
  paging: Texts,
): Promise<{ answer: Answer | null; unknown: readonly Refusal[] }> {
  try {
    return { answer: await operation.call(ctx, { ...filters, ...paging }), unknown: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "INVALID") throw error;
    const { cursor, ...rest } = paging;
    if (cursor !== undefined && error.details.fields?.cursor) return ask(ctx, operation, filters, rest);
    const unknown = error instanceof FilterRefused ? error.refusals : refusalsOf(error, filters);
    if (unknown.length === 0) throw error;
    return { answer: null, unknown };
  }
}

function refusalsOf(error: AppError, filters: Texts): Refusal[] {
  return Object.entries(error.details.fields ?? {}).flatMap(([path, sentence]) => {
    const param = path.split(".")[0] ?? "";
    const near = filters[param];
    return near === undefined ? [] : [{ param, near, sentence, at: null }];
  });
}
