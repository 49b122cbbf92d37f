import { viewAsCsv, viewAsFeed } from "@/features/views/queries/read-view";
import { viewLinkContext } from "@/server/contexts";
import { publicUrl } from "@/server/env";
import { notFound } from "@/server/errors";
import { answering } from "@/server/rest/router";

type Props = { params: Promise<{ secret: string; file: string }> };

/** A saved view for readers without an account: whoever has its address. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { secret, file } = await params;
  return answering(async () => {
    const { context, view } = await viewLinkContext(secret);
    if (file === "feed.json") {
      const feed = await viewAsFeed(context, view, `${publicUrl()}/api/views/${secret}/feed.json`);
      return new Response(JSON.stringify(feed), {
        headers: { "content-type": "application/feed+json", ...unkept },
      });
    }
    if (file !== "list.csv") throw notFound("file of a view");
    return new Response(await viewAsCsv(context, view), {
      headers: { "content-type": "text/csv; charset=utf-8", ...unkept },
    });
  });
}

const unkept = { "cache-control": "no-store", "x-robots-tag": "noindex" };
