import { importNewsFile } from "@/features/imports/commands/import-news";
import { type ActionResult, errorBody } from "@/server/action";
import { refuseForeignOrigin } from "@/server/auth/origin";
import { pageContext } from "@/server/auth/session";
import { newId } from "@/server/ids";
import { fileOf } from "@/server/rest/router";

type Props = { params: Promise<{ workspace: string }> };

/** The import page's way in: a file of any size as it comes, from whoever is signed in; answered as an action would. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { workspace } = await params;
  const answer = await take(workspace, request).then(
    (data): ActionResult<typeof data> => ({ ok: true, data }),
    (error: unknown): ActionResult<never> => ({ ok: false, error: errorBody(error, newId()) }),
  );
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}

async function take(workspace: string, request: Request) {
  refuseForeignOrigin(request.headers);
  return importNewsFile(await pageContext(workspace), fileOf(request));
}
