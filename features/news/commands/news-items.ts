import type { z } from "zod";
import { link } from "@/features/mentions/commands/news-companies";
import { changeTags } from "@/features/tags/commands/tags";
import { dayMs } from "@/lib/calendar/days";
import { whenOf } from "@/lib/calendar/written/read-time";
import { excerptOf, storableText } from "@/lib/text/excerpt";
import { actorUserId } from "@/server/context";
import { detectLanguage } from "@/server/documents/detect-language";
import { conflict, invalid } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { changedColumns } from "@/server/record/changes";
import { revisable, revise, rowKey } from "@/server/record/revise";
import { indexRows } from "@/server/sql/search";
import { addressKey } from "../domain/source-key";
import { newsArrived, newsChanged } from "../events";
import { knownItems } from "../queries/known-items";
import { newsById, newsDetail } from "../queries/news-item";
import { newsIndex } from "../record";
import { CreateNews, Inbound, InboundNews, NewsDetail, NewsItem, UpdateNews } from "../schema";
import { emitNews } from "./emit-news";

const news = revisable({
  noun: "news item",
  table: "news_item",
  read: (ctx, id) => ctx.tx.newsItem.findUniqueOrThrow({ where: rowKey(ctx, id) }),
  write: async (ctx, id, columns) => {
    await ctx.tx.newsItem.update({
      where: rowKey(ctx, id),
      data: { ...columns, updatedAt: ctx.now },
      select: { id: true },
    });
    await indexRows(ctx, newsIndex, [id]);
  },
  show: newsDetail,
  subject: ({ id, title }) => ({ entity: "news", entityId: id, label: title }),
  // A text is too long for the audit: that it changed is enough, the revision has its beginning.
  audited: ["title", "url", "publishedAt", "language", "kind", "author", ["text", ({ excerpt }) => excerpt]],
});

export const createNews = command({
  name: "news.create",
  summary: "Add a news item by hand; an address that is here already is refused, naming its item",
  allow: "news:write",
  http: { method: "POST", path: "/news", status: 201 },
  input: CreateNews,
  output: NewsItem,
  run: async (ctx, input) => {
    mustBePlausible(ctx, input.publishedAt);
    return newsById(ctx, await addNews(ctx, input));
  },
});

export const inboundNews = command({
  name: "news.inbound",
  summary:
    "Add what one reads, by its address: the same address again answers the item that is there. Without a title the address stands in, without a date now",
  allow: "news:write",
  http: { method: "POST", path: "/news/inbound" },
  input: InboundNews,
  output: Inbound,
  run: async (ctx, { url, title, publishedAt, note, ...rest }) => {
    const page = (id: string) => `/w/${ctx.workspace.slug}/news/${id}`;
    const [there] = await knownItems(ctx, [{ key: addressKey(url), url }]);
    if (there) {
      ctx.unaudited();
      return { id: there.id, created: false, page: page(there.id) };
    }
    if (publishedAt) mustBePlausible(ctx, publishedAt);
    if (note && !rest.tags?.length)
      throw invalid({ note: "says why of a tag: give tags with it, or put it into text" });
    const tags = rest.tags?.map((tag) => ({ ...tag, note: tag.note ?? note ?? null }));
    const id = await addNews(ctx, {
      ...rest,
      kind: rest.kind,
      url,
      title: title ?? url,
      publishedAt: publishedAt ?? ctx.now.toISOString(),
      dateStated: publishedAt !== undefined,
      tags,
    });
    return { id, created: true, page: page(id) };
  },
});

type NewItem = z.output<typeof CreateNews> & { dateStated?: boolean };

/** Stores an item that came by hand, with its tags and companies; CONFLICT where its address is here already. */
async function addNews(
  ctx: CommandContext,
  { tags = [], companies = [], dateStated = true, ...input }: NewItem,
): Promise<string> {
  const id = newId();
  const text = storableText(input.text ?? "", 200_000);
  const title = storableText(input.title, 1000);
  if (input.url) await refuseTaken(ctx, id, input.url);
  const when = whenOf(input.publishedAt, ctx.workspace.timeZone);
  await ctx.tx.newsItem.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      sourceKey: sourceKeyOf(id, input.url),
      url: input.url ?? null,
      title,
      kind: input.kind,
      language: input.language ?? detectLanguage(`${title}\n${text}`),
      author: input.author ?? null,
      excerpt: excerptOf(text),
      text,
      publishedAt: when.at,
      publishedDay: when.day === null ? null : new Date(when.day),
      dateStated,
      firstSeenAt: ctx.now,
      updatedAt: ctx.now,
      createdById: actorUserId(ctx.actor),
    },
    select: { id: true },
  });
  await indexRows(ctx, newsIndex, [id]);
  for (const company of new Set(companies)) await link(ctx, id, company);
  await changeTags(ctx, "news", id, tags);
  ctx.audit({
    entity: "news",
    entityId: id,
    label: title,
    changes: {
      title: [null, title],
      url: [null, input.url ?? null],
      publishedAt: [null, when.at.toISOString()],
    },
  });
  emitNews(ctx, newsArrived, [id]);
  return id;
}

/** Added by hand, an item is known by its address, or by itself when it has none. */
function sourceKeyOf(id: string, url: string | null | undefined): string {
  return url ? addressKey(url) : `hand:${id}`;
}

/** A date beyond tomorrow is a slip of the hand; it would head every list for as long. */
function mustBePlausible(ctx: CommandContext, publishedAt: string): void {
  if (whenOf(publishedAt, ctx.workspace.timeZone).at.getTime() > ctx.now.getTime() + dayMs)
    throw invalid({ publishedAt: "lies in the future" });
}

async function refuseTaken(ctx: CommandContext, id: string, url: string): Promise<void> {
  const known = await knownItems(ctx, [{ key: addressKey(url), url }]);
  const other = known.find((item) => item.id !== id);
  if (!other) return;
  throw conflict(
    `This address is here already, as “${other.title}” (${other.id}). Open that item instead of adding it again.`,
    {
      key: "newsAddressTaken",
      values: { title: other.title, id: other.id },
      fields: { url: `already belongs to “${other.title}”` },
    },
  );
}

export const updateNews = command({
  name: "news.update",
  summary: "Correct a news item; what it said before is kept",
  allow: "news:write",
  http: { method: "PATCH", path: "/news/{id}" },
  input: UpdateNews,
  output: NewsDetail,
  run: async (ctx, asked) => {
    const { id, version: _, text, publishedAt, ...input } = asked;
    if (publishedAt) mustBePlausible(ctx, publishedAt);
    const when = publishedAt === undefined ? null : whenOf(publishedAt, ctx.workspace.timeZone);
    const { before, after, changed, columns } = await revise(ctx, news, asked, async (row) => {
      const address = input.url === row.url ? undefined : input.url;
      if (address) await refuseTaken(ctx, id, address);
      const corrections = changedColumns(row, {
        ...input,
        text: text === undefined ? undefined : storableText(text, 200_000),
        publishedAt: when?.at,
      });
      return {
        ...corrections,
        ...(address !== undefined && row.feedId === null ? { sourceKey: sourceKeyOf(id, address) } : {}),
        ...(corrections.text === undefined ? {} : { excerpt: excerptOf(corrections.text) }),
        ...(corrections.publishedAt === undefined
          ? {}
          : { dateStated: true, assumedZone: null, publishedDay: when?.day ? new Date(when.day) : null }),
        corrected: [...new Set([...row.corrected, ...Object.keys(corrections)])],
      };
    });
    if (!changed) return after;
    await saveRevision(ctx, { ...before, publishedAt: new Date(before.publishedAt) });
    // The source's markup no longer says what the item says.
    if (columns.text !== undefined)
      await ctx.tx.newsContent.deleteMany({ where: { workspaceId: ctx.workspaceId, newsItemId: id } });
    emitNews(ctx, newsChanged, [id]);
    return newsDetail(ctx, id);
  },
});

type State = { id: string; title: string; url: string | null; publishedAt: Date; excerpt: string };

/** Keeps what an item says before it is changed. */
export async function saveRevision(ctx: CommandContext, before: State): Promise<void> {
  const { title, url, publishedAt, excerpt } = before;
  await ctx.tx.newsRevision.create({
    data: {
      workspaceId: ctx.workspaceId,
      id: newId(),
      newsItemId: before.id,
      title,
      url,
      publishedAt,
      excerpt,
      replacedAt: ctx.now,
    },
  });
}
