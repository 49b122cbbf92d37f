import { followRun } from "@/features/runs/queries/follow-run";
import { getRun } from "@/features/runs/queries/runs";
import { errorBody } from "@/server/action";
import { pageContext } from "@/server/auth/session";
import { errorStatus } from "@/server/errors";
import { newId } from "@/server/ids";

type Props = { params: Promise<{ workspace: string; id: string }> };

/** How a run gets on, as server-sent events, to whoever is signed in. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  try {
    const context = await pageContext(workspace);
    await getRun(context, { id });
    return new Response(followRun(context, id), {
      // Whoever compresses or stores it on the way would hold events back.
      headers: { "content-type": "text/event-stream", "cache-control": "no-store, no-transform" },
    });
  } catch (error) {
    const body = errorBody(error, newId());
    const status = body.code === "INTERNAL" ? 500 : errorStatus[body.code];
    return Response.json({ error: body }, { status });
  }
}
