import { z } from "zod";
import { Holder } from "@/lib/schema/shapes";
import { pageKey } from "@/lib/text/addresses";
import { query } from "@/server/operation";

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
          { feedId: null, sourceKey: { in: urls.map((url) => `url:${pageKey(url)}`) } },
        ],
      },
      select: { id: true, title: true },
    }),
});
