import { z } from "zod";
import { Holder } from "@/lib/schema/shapes";
import { query } from "@/server/operation";

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
