import { publicUrl } from "@/server/env";
import { AppError } from "@/server/errors";

/**
 * For a door that the cookie alone opens: only our own pages may use it. A browser says where a request comes from; a site on a
 * sister domain would send the cookie too. Throws FORBIDDEN.
 */
export function refuseForeignOrigin(headers: Pick<Headers, "get">, own = publicUrl()): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const foreign =
    (site !== null && site !== "same-origin") || (origin !== null && origin !== new URL(own).origin);
  if (foreign)
    throw new AppError(
      "FORBIDDEN",
      "This can be sent from Throughline's own pages only. Programs use the REST API.",
      {
        key: "foreignOrigin",
      },
    );
}
