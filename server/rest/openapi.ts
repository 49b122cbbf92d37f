import { z } from "zod";
import { errorStatus } from "@/server/errors";
import type { AnyOperation } from "@/server/operation/types";
import { version } from "@/server/version";

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
  [key: string]: unknown;
};

const ErrorShape: Schema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "fields", "requestId"],
      properties: {
        code: { type: "string", enum: [...Object.keys(errorStatus), "INTERNAL"] },
        message: { type: "string" },
        fields: { type: "object", additionalProperties: { type: "string" } },
        conflict: {
          type: "object",
          description: "Of a change against an older version: what was sent, and the record as it is by now",
          required: ["sent", "current"],
          properties: { sent: { type: "object" }, current: { type: "object" } },
        },
        requestId: { type: "string" },
      },
    },
  },
};

/** The OpenAPI 3.1 document of every operation that has a REST door, made from the schemas that parse the requests. */
export function openApiDocument(operations: readonly AnyOperation[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of [...operations].sort(byPath)) {
    if (!operation.http) continue;
    const at = `/api/v1${operation.http.path}`;
    paths[at] = {
      ...paths[at],
      [operation.http.method.toLowerCase()]: documented(operation, operation.http),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Throughline",
      version,
      description:
        "Theses, news, companies, deals and trends of one workspace: the one the token belongs to.",
      license: { name: "Proprietary", identifier: "LicenseRef-Proprietary" },
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    tags: [...new Set(operations.filter((one) => one.http).map(tagOf))]
      .sort()
      .map((name) => ({ name, description: `Operations on ${name}` })),
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token of the workspace" },
      },
      schemas: { Error: ErrorShape },
      responses: {
        Error: {
          description: "What went wrong, in one of seven codes",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        },
      },
    },
  };
}

function byPath(a: AnyOperation, b: AnyOperation): number {
  return `${a.http?.path} ${a.http?.method}`.localeCompare(`${b.http?.path} ${b.http?.method}`, "en");
}

function tagOf(operation: AnyOperation): string {
  return operation.http?.path.split("/")[1] ?? "";
}

function documented(operation: AnyOperation, http: NonNullable<AnyOperation["http"]>) {
  const input = jsonSchema(operation.input, "input");
  const inPath = [...http.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const required = (input.required ?? []).filter((name) => !inPath.includes(name));
  const parameters = inPath.map((name) => ({
    name,
    in: "path",
    required: true,
    schema: input.properties?.[name] ?? { type: "string" },
  }));
  const asQuery = rest.map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  const hasBody = http.method !== "GET" && http.method !== "DELETE";
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [tagOf(operation)],
    description: `Needs \`${operation.allow}\`.`,
    parameters: hasBody ? [...parameters, ...idempotency(http.method)] : [...parameters, ...asQuery],
    ...(hasBody && rest.length > 0
      ? {
          requestBody: {
            required: required.length > 0,
            content: { "application/json": { schema: bodySchema(rest, required) } },
          },
        }
      : {}),
    responses: {
      ...answers(operation.output, http.status ?? 200),
      "4XX": { $ref: "#/components/responses/Error" },
      "5XX": { $ref: "#/components/responses/Error" },
    },
  };
}

/** What may be done in the background answers its run with 202, and what came of it, the other shape, with 200. */
function answers(output: z.ZodType, status: number): Record<string, unknown> {
  const [begun, done] = status === 202 && output instanceof z.ZodUnion ? output.options : [output];
  const answer = (description: string, schema: unknown) => ({
    description,
    // The options of a union are schemas, which its type does not say.
    content: { "application/json": { schema: jsonSchema(schema as z.ZodType, "output") } },
  });
  return {
    [status]: answer(status === 202 ? "Begun: the run to follow" : "Done", begun),
    ...(done === undefined ? {} : { 200: answer("Done", done) }),
  };
}

function bodySchema(properties: [string, Schema][], required: string[]): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function idempotency(method: string) {
  if (method !== "POST") return [];
  return [
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      schema: { type: "string", maxLength: 200 },
      description: "The same key again gets the first answer again",
    },
  ];
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  // toJSONSchema's own type is a union by JSON Schema version; this narrower reading is what we publish.
  return described as Schema;
}
