/** One entry of a feed. Addresses absolute, the title plain text, HTML as the source gave it (clean it before showing). */
export type ParsedItem = {
  guid: string | null;
  url: string | null;
  title: string | null;
  publishedAt: Date | null;
  updatedAt: Date | null;
  author: string | null;
  summaryHtml: string | null;
  contentHtml: string | null;
  language: string | null;
};

export type ParsedFeed = {
  kind: "rss" | "atom" | "rdf" | "json";
  title: string | null;
  siteUrl: string | null;
  language: string | null;
  items: ParsedItem[];
};
