import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { operations } from "@/features/registry";
import { createToken } from "@/features/workspaces/commands/tokens";
import { openApiDocument } from "@/server/rest/openapi";
import { restHandler } from "@/server/rest/router";
import { type Fixture, makeFixture } from "../sweep/fixture";
import { samples } from "../sweep/samples";

// Every parameter and every text of a body of the published document, with what broke programs: no answer is a 500.

const handle = restHandler(operations);

/** As they stand in an address, percent-encoded by hand: what no client's library would write is there, too. */
const inAddress = [
  "%00",
  "a%00b",
  "%ED%A0%80",
  "%FF",
  "%F0%9F%92%A5",
  "9".repeat(40),
  "-1",
  "1e999",
  "0000-00-00",
  "%25",
  "x".repeat(9000),
];
const inBody: unknown[] = [
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\ufffe",
  "0000-01-01",
  "9".repeat(40),
  -1,
  1e300,
  null,
  [],
  {},
  true,
  ["\u0000"],
  { en: "\u0000" },
];

/** Those whose answer depends on a site that does not answer here. */
const fetching = new Set(["feed.preview", "news.preview", "news.fetchText", "feed.refresh"]);

const Parameter = z.object({ name: z.string(), in: z.enum(["path", "query", "header"]) });
const Published = z.object({
  operationId: z.string(),
  parameters: z.array(Parameter).default([]),
  requestBody: z.unknown().optional(),
});

const doors = Object.entries(openApiDocument(operations).paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods ?? {}).map(([method, door]) => ({
    path,
    method: method.toUpperCase(),
    door: Published.parse(door),
  })),
);

let fixture: Fixture;
let token: string;

beforeAll(async () => {
  fixture = await makeFixture();
  token = (await createToken(fixture.workspace.as("owner"), { name: "sweep", role: "owner" })).secret;
});

async function statusOf(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await handle(
    new Request(`http://localhost/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  await response.text();
  return response.status;
}

describe.each(doors.map((door) => [`${door.method} ${door.path}`, door] as const))(
  "%s",
  (_, { path, method, door }) => {
    it("answers no bad text with a 500", async () => {
      const operation = operations.find(({ name }) => name === door.operationId);
      if (operation === undefined)
        throw new Error(`the document has an operation that is none: ${door.operationId}`);
      const sample = Object(samples[operation.name]?.(fixture));
      const hasBody = method !== "GET" && method !== "DELETE";
      const inPath = door.parameters.filter((one) => one.in === "path").map(({ name }) => name);
      const inQuery = door.parameters.filter((one) => one.in === "query").map(({ name }) => name);
      const address = (instead: Record<string, string> = {}) =>
        path.replace(/\{(\w+)\}/g, (_all, key) => instead[key] ?? encodeURIComponent(String(sample[key])));
      const rest = Object.fromEntries(Object.entries(sample).filter(([key]) => !inPath.includes(key)));
      const tried: [string, Promise<number>][] = [];
      for (const text of inAddress) {
        for (const name of inPath)
          tried.push([
            `${name}=${text}`,
            statusOf(method, address({ [name]: text }), hasBody ? rest : undefined),
          ]);
        for (const name of inQuery)
          tried.push([`?${name}=${text}`, statusOf(method, `${address()}?${name}=${text}`)]);
      }
      if (hasBody)
        for (const value of inBody)
          for (const name of Object.keys(rest))
            tried.push([
              `${name}: ${JSON.stringify(value)}`,
              statusOf(method, address(), { ...rest, [name]: value }),
            ]);
      const broken: string[] = [];
      for (const [what, answer] of tried) {
        const status = await answer;
        if (status >= 500 && !(status === 503 && fetching.has(operation.name)))
          broken.push(`${what}: ${status}`);
      }
      expect(broken).toEqual([]);
    });
  },
);
