import { z } from "zod";
import type { Context } from "@/server/context";
import { AppError, invalid } from "@/server/errors";
import { FetchFailed } from "@/server/http/fetch-failed";
import type { Fetched } from "@/server/http/guarded-fetch";
import { query } from "@/server/operation";
import { procedure } from "@/server/operation/procedure";
import { Id } from "@/server/shapes";
import { plainText } from "../feed-documents/clean-html";
import { decodeDocument } from "../feed-documents/decode";
import { detectLanguage } from "../feed-documents/detect-language";
import { discoverFeeds } from "../feed-documents/discover";
import { NotAFeed, type ParsedFeed, parseFeed } from "../feed-documents/parse-feed";
import { canonicalUrl, hostOf, normalizeFeedAddress } from "../rules/addresses";
import { asFeedProblem, problemOfStatus, problemSentence } from "../rules/feed-problems";
import { readPageMetadata } from "../rules/page-metadata";
import { excerptOf } from "../rules/text";
import { NewsPreview, PreviewNews } from "../schema";
import { FeedPreview, PreviewFeed } from "../schema.feeds";
import { documentOf, fetchFromSite } from "../site-client";
import { feedHeaders } from "./refresh-feed";

const Holder = z.object({ id: Id, title: z.string() }).nullable();

export const feedAtAddress = query({
  name: "feed.atAddress",
  summary: "The feed that has one of these addresses",
  allow: "news:read",
  input: z.object({ urls: z.array(z.string()).max(5) }).strict(),
  output: Holder,
  run: (ctx, { urls }) =>
    ctx.tx.feed.findFirst({
      where: { workspaceId: ctx.workspaceId, url: { in: urls } },
      select: { id: true, title: true },
    }),
});

export const newsAtAddress = query({
  name: "news.atAddress",
  summary: "The news item that has one of these addresses",
  allow: "news:read",
  input: z.object({ urls: z.array(z.string()).max(5) }).strict(),
  output: Holder,
  run: (ctx, { urls }) =>
    ctx.tx.newsItem.findFirst({
      where: {
        workspaceId: ctx.workspaceId,
        OR: [
          { url: { in: urls } },
          { feedId: null, sourceKey: { in: urls.map((url) => `url:${canonicalUrl(url)}`) } },
        ],
      },
      select: { id: true, title: true },
    }),
});

export const previewFeed = procedure({
  name: "feed.preview",
  summary: "Read a feed, or the feed a site's page names, without following it",
  allow: "feed:write",
  http: { method: "POST", path: "/feeds/preview" },
  input: PreviewFeed,
  output: FeedPreview,
  run: async (context, input) => {
    const address = normalizeFeedAddress(input.url);
    if (address === null) throw invalid({ url: "must be a web address like https://example.com/feed.xml" });
    const response = await documentAt(address);
    const given = read(response);
    if (given)
      return preview(context, given, {
        url: address,
        finalUrl: response.permanentUrl ?? address,
        discovered: "given",
        others: [],
      });
    const named = discoverFeeds({ ...documentOf(response) });
    const [first, ...others] = named;
    if (!first) {
      throw new AppError("INVALID", `${problemSentence("not-a-feed", null)} The page names no feed either.`, {
        key: "feedUnreadable",
        values: { problem: "not-a-feed", detail: "" },
        fields: { url: "is neither a feed nor a page that names one" },
      });
    }
    const found = read(await documentAt(first.url));
    if (!found) throw unreadable("not-a-feed", first.url);
    return preview(context, found, { url: first.url, finalUrl: first.url, discovered: "page", others });
  },
});

type Where = {
  url: string;
  finalUrl: string;
  discovered: "given" | "page";
  others: { url: string; title: string | null }[];
};

async function preview(context: Context, feed: ParsedFeed, where: Where): Promise<FeedPreview> {
  const { url, finalUrl, discovered, others } = where;
  return {
    url: finalUrl,
    title: feed.title ?? hostOf(finalUrl),
    siteUrl: feed.siteUrl,
    language: feed.language,
    discovered,
    found: feed.items.length,
    items: feed.items.slice(0, 10).map((item) => ({
      title: item.title ?? plainText(item.summaryHtml ?? item.contentHtml ?? "", 120),
      url: item.url,
      publishedAt:
        item.publishedAt && !Number.isNaN(item.publishedAt.getTime()) ? item.publishedAt.toISOString() : null,
    })),
    others,
    existing: await feedAtAddress(context, { urls: [url, finalUrl] }),
  };
}

/** The document at an address; what goes wrong is the person's to know, in words. */
export async function documentAt(
  url: string,
  headers: Record<string, string> = feedHeaders,
): Promise<Fetched> {
  let response: Fetched;
  try {
    response = await fetchFromSite(url, { headers, timeoutMs: 15_000 });
  } catch (error) {
    if (error instanceof FetchFailed) throw unreadable(asFeedProblem(error.reason), error.detail);
    throw error;
  }
  if (response.status === 200) return response;
  const { problem, detail } = problemOfStatus(response.status);
  throw unreadable(problem, detail);
}

/** What is wrong with the address is the sender's to mend (INVALID); that a site does not answer is nobody's here. */
function unreadable(problem: ReturnType<typeof asFeedProblem>, detail: string): AppError {
  const sentence = problemSentence(problem, detail.slice(0, 200));
  const details = { key: "feedUnreadable", values: { problem, detail } };
  if (problem === "address" || problem === "bad-address" || problem === "not-a-feed")
    return new AppError("INVALID", sentence, { ...details, fields: { url: sentence } });
  return new AppError("UNAVAILABLE", sentence, details);
}

function read(response: Fetched): ParsedFeed | null {
  try {
    return parseFeed(documentOf(response));
  } catch (error) {
    if (error instanceof NotAFeed) return null;
    throw error;
  }
}

/** A head that has not said what the page is in this many bytes will not. */
const headBytes = 1_000_000;

export const previewNews = procedure({
  name: "news.preview",
  summary: "What the page at an address says about itself, to add it as news",
  allow: "news:write",
  http: { method: "POST", path: "/news/preview" },
  input: PreviewNews,
  output: NewsPreview,
  run: async (context, { url }) => {
    const response = await documentAt(url, { accept: "text/html, application/xhtml+xml;q=0.9, */*;q=0.5" });
    const isPage = /html|xml|^text\/plain|^$/i.test(response.headers["content-type"] ?? "");
    const html = isPage
      ? decodeDocument(response.body.subarray(0, headBytes), htmlContentType(response))
      : "";
    const page = readPageMetadata(html, response.finalUrl);
    const address = canonicalUrl(page.canonicalUrl ?? response.finalUrl);
    return {
      url: address,
      title: page.title,
      publishedAt: page.publishedAt?.toISOString() ?? null,
      siteName: page.siteName,
      author: page.author,
      language: detectLanguage(`${page.title ?? ""}\n${page.description ?? ""}`, page.language),
      excerpt: page.description === null ? null : excerptOf(page.description),
      existing: await newsAtAddress(context, { urls: [...new Set([url, response.finalUrl, address])] }),
    };
  },
});

/** A page that names its encoding only in its own <meta> is read in that one. */
export function htmlContentType({ body, headers }: Fetched): string | null {
  const header = headers["content-type"] ?? null;
  if (header !== null && /charset/i.test(header)) return header;
  const head = new TextDecoder("latin1").decode(body.subarray(0, 2048));
  const named = /<meta\b[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  return named ? `text/html; charset=${named}` : header;
}
