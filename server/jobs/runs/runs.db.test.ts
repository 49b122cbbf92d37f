import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { inTransaction } from "@/server/operation/transaction";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { finishRun } from "./finish-run";
import { RunFailure, run } from "./run";
import { requestCancel, startRun } from "./start-run";
import { workRun } from "./work-run";

let workspace: TestWorkspace;
let fail: ((number: number) => Error | null) | null;
beforeAll(async () => {
  workspace = await freshWorkspace();
});
beforeEach(() => {
  fail = null;
});

/** Writes the numbers up to `input.size`, one a step: what is lost or doubled would show. */
const counting = run({
  kind: "test.count",
  as: "counter",
  allow: "news:write",
  input: z.object({ size: z.number().int() }),
  cursor: z.object({ last: z.number().int() }),
  result: z.object({ sum: z.number().int().default(0) }),
  step: async (ctx, { id, input, cursor, result }) => {
    const number = (cursor?.last ?? 0) + 1;
    await ctx.tx.idempotencyKey.create({
      data: {
        workspaceId: ctx.workspaceId,
        key: `${id} ${number}`,
        operation: "",
        requestHash: "",
        response: {},
      },
    });
    const error = fail?.(number);
    if (error) throw error;
    return {
      done: 1,
      cursor: { last: number },
      result: { sum: result.sum + number },
      goesOn: number < input.size,
    };
  },
  end: async (ctx, { id, result }, state) => {
    ctx.audit({ entity: "test", entityId: id, label: state, changes: { sum: [null, result.sum] } });
  },
});

const inWorkspace = <T>(work: Parameters<typeof inTransaction<T>>[4]) =>
  inTransaction(workspace.as("analyst"), "command", "test.start", {}, (ctx) => {
    ctx.unaudited();
    return work(ctx);
  });
const start = (size: number) =>
  inWorkspace((ctx) => startRun(ctx, counting, { subjectId: null, label: "", input: { size } }));
const at = (runId: string) => ({ workspaceId: workspace.workspaceId, runId });
const Left = z.object({
  state: z.string(),
  done: z.number(),
  error: z.string().nullable(),
  due: z.boolean(),
});
const left = (id: string) =>
  inWorkspace((ctx) =>
    row(
      ctx.tx,
      Left,
      Prisma.sql`SELECT state::text, done, error, due_at <= now() AS due FROM job_run WHERE id = ${id}::uuid`,
    ),
  );
/** The numbers a run wrote, in any order. */
async function written(id: string): Promise<number[]> {
  const found = await inWorkspace((ctx) =>
    rows(
      ctx.tx,
      z.object({ key: z.string() }),
      Prisma.sql`SELECT key FROM idempotency_key WHERE key LIKE ${`${id} %`}`,
    ),
  );
  return found.map(({ key }) => Number(key.split(" ")[1])).sort((a, b) => a - b);
}
const makeDue = (id: string) =>
  inWorkspace((ctx) => ctx.tx.$executeRaw`UPDATE job_run SET due_at = now() WHERE id = ${id}::uuid`);

describe("a run", () => {
  it("is done step by step, each kept with what it wrote", async () => {
    const id = await start(3);
    expect(await workRun(counting, at(id), () => false)).toBe("left");
    expect(await left(id)).toMatchObject({ state: "running", done: 1, due: true });
    expect(await finishRun(workspace.as("analyst"), counting, id)).toEqual({
      state: "done",
      result: { sum: 6 },
      error: null,
    });
    expect(await written(id)).toEqual([1, 2, 3]);
  });

  it("that a dead worker left goes on at its cursor, when nobody has held it for long enough", async () => {
    const id = await start(3);
    await workRun(counting, at(id), () => false);
    // A worker took it and was killed: its transaction is gone, its lease stands.
    await inWorkspace(
      (ctx) =>
        ctx.tx.$executeRaw`UPDATE job_run SET due_at = now() + interval '5 seconds' WHERE id = ${id}::uuid`,
    );
    expect(await workRun(counting, at(id))).toBe("held");
    await makeDue(id);
    expect(await workRun(counting, at(id))).toBe("over");
    expect(await written(id)).toEqual([1, 2, 3]);
  });

  it("that two workers are at is done once", async () => {
    const id = await start(8);
    const work = async () => {
      // Both hold it for due: the lease is taken away after each step.
      while ((await workRun(counting, at(id), () => false)) !== "over" && (await left(id))?.state !== "done")
        await makeDue(id);
    };
    await Promise.all([work(), work()]);
    expect(await left(id)).toMatchObject({ state: "done", done: 8 });
    expect(await written(id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("whose step fails keeps nothing of that step, says why, and is tried again later", async () => {
    const id = await start(2);
    fail = (number) => (number === 2 ? new Error("the disk is full") : null);
    expect(await workRun(counting, at(id))).toBe("failed");
    expect(await left(id)).toMatchObject({ state: "running", done: 1, due: false });
    expect((await left(id))?.error).toBe(`Something went wrong on our side. Ask about run ${id}.`);
    expect(await written(id)).toEqual([1]);
    fail = null;
    await makeDue(id);
    expect(await workRun(counting, at(id))).toBe("over");
    expect(await left(id)).toMatchObject({ state: "done", done: 2, error: null });
    expect(await written(id)).toEqual([1, 2]);
  });

  it("that fails fifteen times in a row is given up", async () => {
    const id = await start(2);
    fail = () => new Error("still full");
    for (let attempt = 1; attempt < 15; attempt++) {
      await workRun(counting, at(id));
      expect(await left(id)).toMatchObject({ state: "running" });
      await makeDue(id);
    }
    await workRun(counting, at(id));
    expect(await left(id)).toMatchObject({ state: "failed", done: 0 });
  });

  it("that can never be done fails at once, with the step's own sentence", async () => {
    const id = await start(2);
    fail = (number) => (number === 2 ? new RunFailure("The rule is gone.") : null);
    await workRun(counting, at(id));
    expect(await left(id)).toMatchObject({ state: "failed", done: 1, error: "The rule is gone." });
  });

  it("that is cancelled stops after the step it is at", async () => {
    const id = await start(3);
    await workRun(counting, at(id), () => false);
    await inWorkspace((ctx) => requestCancel(ctx, id));
    expect(await workRun(counting, at(id))).toBe("over");
    expect(await left(id)).toMatchObject({ state: "cancelled", done: 1 });
    expect(await written(id)).toEqual([1]);
    expect(await workRun(counting, at(id))).toBe("held");
  });

  it("is open once for its subject", async () => {
    const id = await start(1);
    await expect(start(1)).rejects.toMatchObject({ code: "CONFLICT" });
    await workRun(counting, at(id));
    await workRun(counting, at(await start(1)));
  });
});
