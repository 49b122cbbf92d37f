import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "@/features/registry";
import { createToken } from "@/features/workspaces/commands/tokens";
import { restHandler } from "@/server/rest/router";
import { type Fixture, makeFixture } from "../sweep/fixture";
import { samples } from "../sweep/samples";

const handle = restHandler(operations);
let fixture: Fixture;
let tokens: Record<"owner" | "viewer", string>;

beforeAll(async () => {
  fixture = await makeFixture();
  const owner = fixture.workspace.as("owner");
  const secret = async (role: "owner" | "viewer") => (await createToken(owner, { name: role, role })).secret;
  tokens = { owner: await secret("owner"), viewer: await secret("viewer") };
});

type Options = { token?: string; body?: unknown; headers?: Record<string, string> };

async function call(method: string, path: string, { token = tokens.owner, body, headers }: Options = {}) {
  const response = await handle(
    new Request(`http://localhost/api/v1${path}`, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const doors = operations.flatMap((operation) =>
  operation.http ? [[operation.name, operation, operation.http] as const] : [],
);

describe.each(doors)("%s", (name, operation, http) => {
  it("answers in the shape it publishes", async () => {
    // What changes something gets a workspace of its own to change.
    const here = operation.kind === "query" ? fixture : await makeFixture();
    const token = (await createToken(here.workspace.as("owner"), { name: "doors", role: "owner" })).secret;
    const input = Object.entries(Object(samples[name]?.(here)));
    const inPath = (key: string) => http.path.includes(`{${key}}`);
    const path = http.path.replace(/\{(\w+)\}/g, (_, key) =>
      encodeURIComponent(String(input.find(([one]) => one === key)?.[1])),
    );
    const rest = Object.fromEntries(input.filter(([key]) => !inPath(key)));
    const hasBody = http.method !== "GET" && http.method !== "DELETE";
    const search = hasBody
      ? ""
      : `?${new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]))}`;
    const { status, body } = await call(http.method, path + search, {
      token,
      ...(hasBody ? { body: rest } : {}),
    });
    // Nothing answers at the samples' addresses, and the confirmation is not the workspace's name: the one way to try those.
    if (["feed.preview", "news.preview", "news.fetchText", "workspace.delete"].includes(name)) {
      expect([422, 503]).toContain(status);
      expect(body.error.message).toEqual(expect.any(String));
      return;
    }
    expect(body.error?.code).toBeUndefined();
    expect(status).toBe(http.status ?? 200);
    expect(operation.output.safeParse(body).error).toBeUndefined();
  });
});

describe("failures", () => {
  it("are one shape with one of seven codes", async () => {
    const id = "01900000-0000-7000-8000-000000000000";
    const cases = [
      [await call("GET", "/theses", { token: "" }), 401, "UNAUTHENTICATED"],
      [await call("GET", "/theses", { token: "tl_nobodys" }), 401, "UNAUTHENTICATED"],
      [await call("POST", "/companies", { token: tokens.viewer, body: { name: "X" } }), 403, "FORBIDDEN"],
      [await call("GET", `/companies/${id}`), 404, "NOT_FOUND"],
      [await call("GET", "/nowhere"), 404, "NOT_FOUND"],
      [await call("DELETE", "/theses"), 404, "NOT_FOUND"],
      [
        await call("POST", "/feeds", {
          body: { url: `http://127.0.0.1:1/only-here-1-${fixture.workspace.slug}` },
        }),
        409,
        "CONFLICT",
      ],
      [await call("POST", "/companies", { body: "{ not json" }), 422, "INVALID"],
      [await call("POST", "/companies", { body: [1] }), 422, "INVALID"],
      [await call("POST", "/companies", { body: { name: "X", surprise: 1 } }), 422, "INVALID"],
      [await call("GET", "/news?limit=201"), 422, "INVALID"],
      [await call("GET", "/companies?country=,"), 422, "INVALID"],
      [await call("GET", "/news?kind=,"), 422, "INVALID"],
      [await call("GET", "/companies?sort=name&sort=-name"), 422, "INVALID"],
      [await call("GET", "/news?cursor=made-up"), 422, "INVALID"],
      [await call("GET", "/companies/not-an-id"), 422, "INVALID"],
    ] as const;
    for (const [{ status, body }, wantedStatus, code] of cases) {
      expect([status, body.error?.code]).toEqual([wantedStatus, code]);
      expect(body).toEqual({
        error: {
          code,
          message: expect.any(String),
          fields: expect.any(Object),
          requestId: expect.any(String),
        },
      });
      expect(body.error.message).not.toMatch(/prisma|select |at .*\.ts|undefined/i);
    }
  });

  it("show both sides of a stale change", async () => {
    const path = `/companies/${fixture.company}`;
    const { body: current } = await call("PATCH", path, { body: { country: "CN" } });
    const late = await call("PATCH", path, { body: { country: "US", version: current.version - 1 } });
    expect(late.status).toBe(409);
    expect(late.body.error).toMatchObject({
      code: "CONFLICT",
      conflict: { sent: { country: "US", version: current.version - 1 }, current },
    });
  });

  it("name the field that is wrong", async () => {
    const { body } = await call("POST", "/deals", {
      body: { companyId: fixture.company, stage: "sourced", amount: { value: "12,5", currency: "XXZ" } },
    });
    expect(Object.keys(body.error.fields)).toEqual(["amount.value", "amount.currency"]);
  });
});

describe("Idempotency-Key", () => {
  const item = (title: string) => ({ title, publishedAt: "2024-03-01T00:00:00Z" });

  it("gives the first answer again and makes nothing twice", async () => {
    const headers = { "idempotency-key": "once" };
    const first = await call("POST", "/news", { headers, body: item("unrepeatable") });
    const second = await call("POST", "/news", { headers, body: item("unrepeatable") });
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect((await call("GET", "/news?q=unrepeat")).body.data).toHaveLength(1);
  });

  it("makes one of two requests at the same time", async () => {
    const headers = { "idempotency-key": "together" };
    const both = await Promise.all(
      [1, 2].map(() => call("POST", "/news", { headers, body: item("made together") })),
    );
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
  });

  it("refuses another request under the same key", async () => {
    const headers = { "idempotency-key": "twice" };
    await call("POST", "/news", { headers, body: item("one thing") });
    expect(await call("POST", "/news", { headers, body: item("another") })).toMatchObject({
      status: 409,
      body: { error: { code: "CONFLICT" } },
    });
  });

  it("is not taken where the answer is a secret", async () => {
    const answer = await call("POST", "/tokens", {
      headers: { "idempotency-key": "secret" },
      body: { name: "t", role: "viewer" },
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { fields: { "Idempotency-Key": expect.any(String) } } },
    });
  });
});

it("ends a token at once when it is revoked", async () => {
  const owner = fixture.workspace.as("owner");
  const token = await createToken(owner, { name: "short-lived", role: "viewer" });
  expect((await call("GET", "/theses", { token: token.secret })).status).toBe(200);
  expect((await call("DELETE", `/tokens/${token.id}`)).status).toBe(200);
  expect((await call("GET", "/theses", { token: token.secret })).status).toBe(401);
});
