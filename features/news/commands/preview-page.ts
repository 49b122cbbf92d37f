import { canonicalUrl } from "@/lib/text/addresses";
import { excerptOf } from "@/lib/text/excerpt";
import { decodeDocument } from "@/server/documents/decode";
import { detectLanguage } from "@/server/documents/detect-language";
import { documentAt, htmlContentType } from "@/server/documents/fetch-document";
import { readPageMetadata } from "@/server/documents/page-metadata";
import { procedure } from "@/server/operation/procedure";
import { newsAtAddress } from "../queries/news-at-address";
import { NewsPreview, PreviewNews } from "../schema";

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
