import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { operations } from "@/features/registry";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { AppError } from "@/server/errors";
import { newId } from "@/server/ids";
import type { AnyOperation } from "@/server/operation/types";
import { type Fixture, makeFixture } from "./fixture";
import { samples } from "./samples";

/** What every operation promises that changes a record with a version, or takes numbers. */

const published = vi.hoisted(() => vi.fn());
// Every event is seen here, also one that no queue listens to.
vi.mock("@/server/jobs/queue", async (original) => ({ ...(await original()), publish: published }));

const database = ownerDb(env().DATABASE_URL);
let fixture: Fixture;
beforeAll(async () => {
  fixture = await makeFixture();
});

const named = (chosen: readonly AnyOperation[]) => chosen.map((one) => [one.name, one] as const);
const owner = () => fixture.workspace.as("owner");
const sampleOf = ({ name }: AnyOperation): Record<string, unknown> => Object(samples[name]?.(fixture));

const Field = z.looseObject({
  type: z.string().optional(),
  anyOf: z.array(z.looseObject({ type: z.string().optional() })).default([]),
});
const Fields = z.object({
  properties: z.record(z.string(), Field).default({}),
  required: z.array(z.string()).default([]),
});
const fieldsOf = ({ input }: AnyOperation) =>
  Fields.parse(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }));

/** What commands leave behind: entries of the audit, and events. */
async function traces(): Promise<unknown> {
  return { audited: await database.auditEntry.count(), emitted: published.mock.calls.length };
}

const patches = operations.filter(({ http }) => http?.method === "PATCH");
const versioned = operations.filter((operation) => "version" in fieldsOf(operation).properties);

it("finds what it is about", () => {
  expect(patches.length).toBeGreaterThan(7);
  expect(versioned.length).toBeGreaterThan(patches.length);
});

describe.each(named(patches))("%s", (_, operation) => {
  const only = (keep: (field: string) => boolean) =>
    Object.fromEntries(Object.entries(sampleOf(operation)).filter(([field]) => keep(field)));
  const key = () => only((field) => operation.http?.path.includes(`{${field}}`) === true);

  it("is in the registry with a version of its own", () => {
    expect(versioned).toContain(operation);
  });

  it("without fields changes nothing", async () => {
    const before = await traces();
    const first = await operation.call(owner(), key());
    expect(first).toMatchObject({ version: expect.any(Number) });
    expect(await operation.call(owner(), key())).toEqual(first);
    expect(await traces()).toEqual(before);
  });

  it("that says what stands there changes nothing", async () => {
    const fields = only((field) => field !== "version");
    const first = await operation.call(owner(), fields);
    const before = await traces();
    expect(await operation.call(owner(), fields)).toEqual(first);
    expect(await traces()).toEqual(before);
  });
});

describe.each(named(versioned))("%s, against a version that is not the current one", (_, operation) => {
  it("is CONFLICT with both sides, and changes nothing", async () => {
    const before = await traces();
    const sent = { ...sampleOf(operation), version: 1_000_000 };
    const error = await operation.call(owner(), sent).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: "CONFLICT",
      details: {
        key: "stale",
        conflict: { sent: { version: 1_000_000 }, current: { version: expect.any(Number) } },
      },
    });
    expect(await traces()).toEqual(before);
  });

  it("may leave the version out", () => {
    expect(fieldsOf(operation).required).not.toContain("version");
  });
});

const numbers = operations
  .filter(({ http }) => http)
  .flatMap((operation) =>
    Object.entries(fieldsOf(operation).properties)
      .filter(([, { type, anyOf }]) => [type, ...anyOf.map((one) => one.type)].includes("integer"))
      .map(([field]) => [operation.name, field, operation] as const),
  );

describe.each(numbers)("%s: %s", (_, field, operation) => {
  it.each([
    ["", "is missing"],
    ["abc", "must be a number"],
    [true, "must be a number"],
  ])("says of %j: %s", async (value, sentence) => {
    const error = await operation
      .call(owner(), { ...sampleOf(operation), [field]: value })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "INVALID", details: { fields: { [field]: sentence } } });
  });
});

const required = operations.flatMap((operation) =>
  fieldsOf(operation).required.map((field) => [operation.name, field, operation] as const),
);

describe.each(required)("%s without %s", (_, field, operation) => {
  it("says so in a sentence of ours", async () => {
    const { [field]: __, ...rest } = sampleOf(operation);
    const error = await operation.call(owner(), rest).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "INVALID", details: { fields: { [field]: expect.any(String) } } });
    expect(String(error)).not.toMatch(/NaN|undefined|received|Invalid input/);
  });
});

describe.each([
  ["deal.create", "ownerId"],
  ["deal.update", "ownerId"],
  ["thesis.create", "ownerId"],
  ["thesis.update", "ownerId"],
  ["inbox.triage", "assignee"],
  ["agreement.draw", "reader"],
])("%s: %s", (name, field) => {
  it("says of a person who is no member that they are none", async () => {
    const operation = operations.find((one) => one.name === name);
    const input = { ...Object(samples[name]?.(fixture)), [field]: newId() };
    await expect(operation?.call(owner(), input)).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { [field]: "is not a member of this workspace" } },
    });
  });
});
