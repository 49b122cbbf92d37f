import { z } from "zod";
import { Uuid } from "@/lib/schema/shapes";
import { excerptOf, storableText } from "@/lib/text/excerpt";
import { decodeDocument } from "@/server/documents/decode";
import { documentAt, htmlContentType } from "@/server/documents/fetch-document";
import { readableArticle } from "@/server/documents/read-article";
import { AppError, invalid, notFound } from "@/server/errors";
import { command } from "@/server/operation";
import { procedure } from "@/server/operation/procedure";
import { indexRows } from "@/server/sql/search";
import { newsChanged } from "../events";
import { getNews, newsDetail } from "../queries/news-item";
import { newsIndex } from "../record";
import { GetNews, NewsDetail } from "../schema";
import { emitNews } from "./emit-news";
import { saveRevision } from "./news-items";

export const fetchFullText = procedure({
  name: "news.fetchText",
  summary: "Get the whole text of a news item from its page; what it said before is kept",
  allow: "news:write",
  http: { method: "POST", path: "/news/{id}/text" },
  input: GetNews,
  output: NewsDetail,
  run: async (context, { id }) => {
    const { url } = await getNews(context, { id });
    if (!url) throw invalid({ url: "is missing: the item has no page to read" });
    const response = await documentAt(url, { accept: "text/html, application/xhtml+xml;q=0.9" });
    const html = decodeDocument(response.body, htmlContentType(response));
    const article = readableArticle(html, response.finalUrl);
    if (!article)
      throw new AppError("UNAVAILABLE", "The page holds no article that could be read.", {
        key: "noArticle",
      });
    return storeFullText(context, { id, ...article });
  },
});

export const storeFullText = command({
  name: "news.storeText",
  summary: "Keep the whole text of a news item's page",
  allow: "news:write",
  input: z.object({ id: Uuid, html: z.string(), text: z.string() }).strict(),
  output: NewsDetail,
  run: async (ctx, { id, html, text }) => {
    const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
    const before = await ctx.tx.newsItem.findUnique({ where });
    if (!before) throw notFound("news item");
    await saveRevision(ctx, before);
    const words = storableText(text, 100_000);
    const markup = storableText(html, 200_000);
    await ctx.tx.newsItem.update({
      where,
      data: {
        text: words,
        excerpt: excerptOf(words),
        // The feed's shorter text does not come back over it.
        corrected: [...new Set([...before.corrected, "text"])],
        updatedAt: ctx.now,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await indexRows(ctx, newsIndex, [id]);
    const key = { workspaceId: ctx.workspaceId, newsItemId: id };
    await ctx.tx.newsContent.upsert({
      where: { workspaceId_newsItemId: key },
      create: { ...key, html: markup },
      update: { html: markup },
    });
    ctx.audit({
      entity: "news",
      entityId: id,
      label: before.title,
      changes: { text: [before.excerpt, excerptOf(words)] },
    });
    emitNews(ctx, newsChanged, [id]);
    return newsDetail(ctx, id);
  },
});
