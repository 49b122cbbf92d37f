import { type Filter, isList, isTest, type Test } from "@/lib/filter/tree";
import { Prisma } from "@/server/db/client";
import type { QueryContext } from "@/server/operation";
import type { Question } from "@/server/record/page-sql";
import type { Sql } from "@/server/record/record";
import { afterSql, orderSql } from "@/server/record/sort";

/**
 * The reading list of theses by publication: out of the index range of a thesis' tags, which carry their item's date, so that
 * every page costs the same. Of several theses, the first rows of each range hold the first rows of all. Null for what asks for
 * no thesis, or for words: those come sooner through the text index.
 */
export function newsPlan(ctx: QueryContext, question: Question): Sql | null {
  const { filter, sort, compile, conditions, after, limit } = question;
  const parts = partsOf(filter);
  const { tag, rest } = apart(parts, question);
  const [thesis, second] = tag.filter(isOfThesis);
  if (sort.name !== "published" || !thesis || second || rest.some(asksForWords)) return null;
  const [dates, others] = [rest.filter(isOfDate), rest.filter((part) => !isOfDate(part))];
  const t = Prisma.raw("t");
  const [key, id] = [Prisma.sql`t.published_at`, Prisma.sql`t.subject_id`];
  const items = [...others.map((part) => compile(part)), ...conditions];
  const join =
    items.length > 0
      ? Prisma.sql`JOIN news_item AS i ON i.workspace_id = t.workspace_id AND i.id = t.subject_id`
      : Prisma.empty;
  const range = (of: Sql) => Prisma.sql`
    SELECT ${key} AS key, ${id} AS id FROM news_tag AS t ${join}
    WHERE ${Prisma.join(
      [
        Prisma.sql`t.workspace_id = ${ctx.workspaceId}::uuid AND t.thesis_id = ${of} AND t.superseded_at IS NULL`,
        ...compile.onRow(
          tag.filter((test) => test !== thesis),
          t,
        ),
        ...dates.map((part) => compile(part, t)),
        ...items,
        ...afterSql(sort, after, key, id),
      ],
      " AND ",
    )} ORDER BY ${orderSql(sort, key, id)} LIMIT ${limit}`;
  if (!isList(thesis.value)) return range(Prisma.sql`${String(thesis.value)}::uuid`);
  const [allKey, allId] = [Prisma.sql`k.key`, Prisma.sql`k.id`];
  return Prisma.sql`
    SELECT DISTINCT k.key, k.id FROM unnest(${[...thesis.value]}::uuid[]) AS chosen (id)
      CROSS JOIN LATERAL (${range(Prisma.sql`chosen.id`)}) AS k
    ORDER BY ${orderSql(sort, allKey, allId)} LIMIT ${limit}`;
}

/**
 * How many there are of all news, or of one thesis, out of the daily counts that every write keeps up: no item is read. Null for
 * any other question.
 */
export function newsCount(ctx: QueryContext, { filter, conditions }: Question): Sql | null {
  const [only, second] = partsOf(filter);
  if (second || conditions.length > 0) return null;
  const here = Prisma.sql`workspace_id = ${ctx.workspaceId}::uuid`;
  if (!only) return Prisma.sql`SELECT coalesce(sum(item_count), 0)::int FROM coverage_day WHERE ${here}`;
  if (!isTest(only) || !isOfThesis(only) || only.op !== "eq") return null;
  return Prisma.sql`SELECT coalesce(sum(for_count + against_count + neutral_count), 0)::int
    FROM signal_seen WHERE ${here} AND thesis_id = ${String(only.value)}::uuid`;
}

function partsOf(filter: Filter): readonly Filter[] {
  return "and" in filter ? filter.and : [filter];
}

/** The tests that ask for one tag together, and the rest. */
function apart(parts: readonly Filter[], { of }: Question): { tag: Test[]; rest: Filter[] } {
  const tag = parts.filter((part): part is Test => {
    const field = isTest(part) && of.fields[part.field];
    return isTest(part) && !!field && "of" in field && field.of === "tag" && part.op !== "empty";
  });
  const rest = parts.filter((part) => !tag.some((test) => test === part));
  return { tag, rest };
}

function isOfThesis({ field }: Test): boolean {
  return field === "thesis";
}

function isOfDate(part: Filter): boolean {
  return isTest(part) && part.field === "published";
}

function asksForWords(part: Filter): boolean {
  return isTest(part) && part.op === "search";
}
