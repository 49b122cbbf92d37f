import { exportOpml } from "@/features/feeds/commands/opml";
import { pageContext } from "@/server/auth/session";

/** The feeds as a file other readers take. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const { workspace } = await params;
  const { opml } = await exportOpml(await pageContext(workspace), {});
  return new Response(opml, {
    headers: {
      "content-type": "text/x-opml; charset=utf-8",
      "content-disposition": `attachment; filename="${workspace}-feeds.opml"`,
      "cache-control": "no-store",
    },
  });
}
