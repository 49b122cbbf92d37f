import { errorBody } from "@/server/action";
import type { Context } from "@/server/context";
import { tokenContext } from "@/server/contexts";
import { AppError, type ErrorBody, errorStatus, invalid } from "@/server/errors";
import { boundedText } from "@/server/http/bounded-text";
import { newId } from "@/server/ids";
import type { AnyOperation, HttpDoor } from "@/server/operation/types";
import { rateLimitHeaders, takeTurn } from "./fair-use";

/** OPML files are the largest thing anybody sends. */
const maxBodyBytes = 5 * 1024 * 1024;

type Match = { operation: AnyOperation; params: Record<string, string> };

/** Answers with what `work` gives, or with its error as every door says one. */
export async function answering(work: (requestId: string) => Promise<Response>): Promise<Response> {
  const requestId = newId();
  try {
    return await work(requestId);
  } catch (error) {
    return errorResponse(errorBody(error, requestId), requestId);
  }
}

/** Answers `/api/v1/**` from the registry: the operation whose method and path fit, called as the bearer of the token. */
export function restHandler(operations: readonly AnyOperation[]) {
  return (request: Request): Promise<Response> =>
    answering(async (requestId) => {
      const path = new URL(request.url).pathname.replace(/^\/api\/v1/, "");
      const match = findOperation(operations, request.method, path);
      const context = await tokenContext(bearer(request), requestId);
      const turn = await takeTurn(context.actor.id ?? "");
      try {
        const answer = await answerOf(context, request, match, requestId);
        for (const [name, value] of Object.entries(rateLimitHeaders(turn.allowance)))
          answer.headers.set(name, value);
        return answer;
      } finally {
        turn.done();
      }
    });
}

async function answerOf(
  context: Context,
  request: Request,
  { operation, params }: Match,
  requestId: string,
): Promise<Response> {
  // Nobody makes the server read a large body for an answer that is no.
  operation.mustBeAllowed(context);
  const query = parametersOf(request.url);
  const input = { ...query, ...(await readBody(request)), ...params };
  const idempotencyKey = operation.kind === "command" ? request.headers.get("idempotency-key") : null;
  const result = await operation.call(context, input, idempotencyKey === null ? {} : { idempotencyKey });
  return json(result, statusOf(operation.http, result), requestId);
}

/** Of what may be done in the background, an answer without a `run` is what came of it. */
function statusOf(http: HttpDoor | undefined, result: unknown): number {
  const status = http?.status ?? 200;
  return status === 202 && !("run" in Object(result)) ? 200 : status;
}

/** What a file's sender adds in the address, and what the file is said to be. */
export type FileRequest = {
  body: ReadableStream<Uint8Array>;
  parameters: Record<string, string>;
  contentType: string;
};

/** Answers a request whose body is a file of any size: it is handed on as it comes, to `take`, which checks who may. */
export function fileHandler(
  { http }: AnyOperation,
  take: (context: Context, file: FileRequest) => Promise<unknown>,
) {
  return (request: Request): Promise<Response> =>
    answering(async (requestId) => {
      const context = await tokenContext(bearer(request), requestId);
      const result = await take(context, fileOf(request));
      return json(result, statusOf(http, result), requestId);
    });
}

/** INVALID without a body. */
export function fileOf(request: Request): FileRequest {
  if (request.body === null) throw invalid({ file: "is missing: send it as the request's body" });
  return {
    body: request.body,
    parameters: parametersOf(request.url),
    contentType: request.headers.get("content-type") ?? "",
  };
}

/** A parameter that is there several times has several values, as one with commas has. */
function parametersOf(url: string): Record<string, string> {
  const { searchParams } = new URL(url);
  return Object.fromEntries(
    [...searchParams.keys()].map((name) => [name, searchParams.getAll(name).join(",")]),
  );
}

function findOperation(operations: readonly AnyOperation[], method: string, path: string): Match {
  const fitting = operations.flatMap((operation) => {
    const params = operation.http ? matchPath(operation.http.path, path) : null;
    return params ? [{ operation, params }] : [];
  });
  // A literal segment beats a parameter: /feeds/preview is not the feed called "preview".
  fitting.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  const match = fitting.find(({ operation }) => operation.http?.method === method);
  if (match) return match;
  const methods = [...new Set(fitting.map(({ operation }) => operation.http?.method))].join(", ");
  throw new AppError(
    "NOT_FOUND",
    methods
      ? `${path} takes ${methods}, not ${method}.`
      : `There is nothing at /api/v1${path}. See /api/openapi.json for what there is.`,
  );
}

/** `/deals/{id}/move` and `/deals/7/move` → { id: "7" }; null where they differ. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.replace(/\/$/, "").split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, segment] of wanted.entries()) {
    const value = given[at] ?? "";
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== value) return null;
    if (name !== undefined) {
      const decoded = decode(value);
      if (!decoded) return null;
      params[name] = decoded;
    }
  }
  return params;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function bearer(request: Request): string {
  const secret = /^Bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (secret) return secret;
  throw new AppError(
    "UNAUTHENTICATED",
    "Send an API token: Authorization: Bearer <token>. Make one in the workspace's settings.",
  );
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  if (request.method === "GET" || request.method === "HEAD") return {};
  const text = await boundedText(request, maxBodyBytes);
  if (text === null) throw invalid({ body: "is larger than 5 MB" });
  if (text.trim() === "") return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalid({ body: "is not valid JSON" });
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw invalid({ body: "must be a JSON object" });
  return { ...parsed };
}

function json(body: unknown, status: number, requestId: string): Response {
  return Response.json(body, { status, headers: { "x-request-id": requestId, "cache-control": "no-store" } });
}

/** `key` and `values` are for our own screens; programs read code, message and fields. */
function errorResponse(error: ErrorBody, requestId: string): Response {
  const { key: _, values: __, ...told } = error;
  const status = error.code === "INTERNAL" ? 500 : errorStatus[error.code];
  const answer = json({ error: { fields: {}, ...told, requestId } }, status, requestId);
  if (error.code === "UNAVAILABLE") answer.headers.set("retry-after", "5");
  if (error.code === "RATE_LIMITED") answer.headers.set("retry-after", String(error.values?.seconds ?? 60));
  return answer;
}
