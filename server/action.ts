import { pageContext } from "./auth/session";
import type { Context } from "./context";
import { AppError, type ErrorBody, unavailable } from "./errors";
import { newId } from "./ids";
import { log } from "./log";
import { isUnavailable } from "./operation/transaction";

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ErrorBody };

/** An operation, as it is called. */
type Called<In, Out> = {
  (context: Context, input: In): Promise<Out>;
  call(context: Context, raw: unknown): Promise<Out>;
};

/**
 * A server action over an operation: `(workspace slug, input)` → the result, or the error as a value (a thrown one would
 * lose its code on the way to the browser). The slug comes from the browser and is checked like everything else.
 */
export function action<In, Out>(operation: Called<In, Out>) {
  return async (workspace: string, input: In): Promise<ActionResult<Out>> => {
    const requestId = newId();
    try {
      return { ok: true, data: await operation.call(await pageContext(workspace), input) };
    } catch (error) {
      return { ok: false, error: errorBody(error, requestId) };
    }
  };
}

/** What may be told of an error: expected ones in full; of others only a number to ask about. Redirects pass through. */
export function errorBody(error: unknown, requestId: string): ErrorBody {
  if (error instanceof AppError) return error.body(requestId);
  if (isNavigation(error)) throw error;
  if (isUnavailable(error)) return unavailable().body(requestId);
  log.error({ err: error, requestId }, "unexpected error");
  return {
    code: "INTERNAL",
    key: "internal",
    values: { requestId },
    message: `Something went wrong on our side. Ask about request ${requestId}.`,
    requestId,
  };
}

/** Next's redirect() and notFound() travel as errors with a digest; they are not failures. */
function isNavigation(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
