import { hostOf, normalizeFeedAddress } from "@/lib/text/addresses";
import type { Context } from "@/server/context";
import { plainText } from "@/server/documents/clean-html";
import { documentAt, documentOf, unreadable } from "@/server/documents/fetch-document";
import { problemSentence } from "@/server/documents/fetch-problems";
import { AppError, invalid } from "@/server/errors";
import { procedure } from "@/server/operation/procedure";
import { discoverFeeds } from "../formats/discover";
import type { ParsedFeed } from "../formats/parse-feed";
import { feedHeaders, readFeed } from "../formats/read-feed";
import { feedAtAddress } from "../queries/feed-at-address";
import { FeedPreview, PreviewFeed } from "../schema";

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
    const response = await documentAt(address, feedHeaders);
    const given = readFeed(response, context.workspace.timeZone);
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
    const found = readFeed(await documentAt(first.url, feedHeaders), context.workspace.timeZone);
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
      publishedAt: item.published?.at.toISOString() ?? null,
    })),
    others,
    existing: await feedAtAddress(context, { urls: [url, finalUrl] }),
  };
}
