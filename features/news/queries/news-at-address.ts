import { z } from "zod";
import { Holder } from "@/lib/schema/shapes";
import { query } from "@/server/operation";
import { addressKey } from "../domain/source-key";
import { knownItems } from "./known-items";

export const newsAtAddress = query({
  name: "news.atAddress",
  summary: "The news item that has one of these addresses",
  allow: "news:read",
  input: z.object({ urls: z.array(z.string()).max(5) }).strict(),
  output: Holder,
  run: async (ctx, { urls }) => {
    const [known] = await knownItems(
      ctx,
      urls.map((url) => ({ key: addressKey(url), url })),
    );
    return known ? { id: known.id, title: known.title } : null;
  },
});
