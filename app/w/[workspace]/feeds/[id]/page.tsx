import type { Metadata } from "next";
import { cache } from "react";
import { getFeed } from "@/features/feeds/queries/feeds";
import { FeedPage } from "@/features/feeds/ui/feed-page";
import { listNews } from "@/features/news/queries/news-list";
import { pageContext } from "@/server/auth/session";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; id: string }> };

const readFeed = cache(async (workspace: string, id: string) =>
  orNotFound(getFeed(await pageContext(workspace), { id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  return { title: (await readFeed(workspace, id)).title };
}

export default async function OneFeedPage({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await pageContext(workspace);
  const feed = await readFeed(workspace, id);
  const latest = await listNews(ctx, { feed: [id], limit: 10 });
  return (
    <FeedPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      now={ctx.now.toISOString()}
      feed={feed}
      latest={latest.data}
      canWrite={grants(ctx.role, "feed:write")}
      canRefresh={grants(ctx.role, "feed:refresh")}
    />
  );
}
