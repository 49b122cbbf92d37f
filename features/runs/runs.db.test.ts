import { beforeAll, describe, expect, it } from "vitest";
import { importNewsText } from "@/features/imports/commands/import-news";
import { importRun } from "@/features/imports/jobs/import";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { workRun } from "@/server/jobs/runs/work-run";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { cancelRun } from "./commands/runs";
import { followRun } from "./queries/follow-run";
import { getRun, listRuns } from "./queries/runs";

let workspace: TestWorkspace;
const analyst = () => workspace.as("analyst");
beforeAll(async () => {
  workspace = await freshWorkspace();
});

let files = 0;

async function submit(rows: number): Promise<string> {
  files += 1;
  const titles = Array.from({ length: rows }, (_, at) => `Row ${at} of ${files}\n`).join("");
  const answer = await importNewsText(analyst(), { format: "csv", content: `title\n${titles}` });
  if (!("run" in answer)) throw new Error("it was not put to the workers");
  return answer.run.id;
}

describe("the list of runs", () => {
  it("has the newest first, page by page, and those of a kind and in a state", async () => {
    const ids = [await submit(1), await submit(1), await submit(1)];
    await finishRun(analyst(), importRun, ids[0] ?? "");
    const first = await listRuns(analyst(), { limit: 2 });
    const second = await listRuns(analyst(), { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual([...ids].reverse());
    expect(second.nextCursor).toBeNull();
    expect((await listRuns(analyst(), { state: "done,failed" })).data).toMatchObject([{ id: ids[0] }]);
    expect((await listRuns(analyst(), { kind: "rule.apply" })).data).toEqual([]);
  });

  it.each([
    [{ kind: "rule.aply" }, /^kind: names a value/],
    [{ state: "over" }, /^state: names a value/],
  ])("does not guess what %j means", async (input, message) => {
    const told = { code: "INVALID", message: expect.stringMatching(message) };
    await expect(listRuns.call(analyst(), input)).rejects.toMatchObject(told);
  });
});

it("a run is told as it moves, until it is over", async () => {
  const id = await submit(600);
  const told = followRun(analyst(), id).getReader();
  const next = async () => {
    const { value } = await told.read();
    return value && JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ""));
  };
  expect(await next()).toMatchObject({ id, state: "queued", done: 0, total: 600 });
  await workRun(importRun, { workspaceId: workspace.workspaceId, runId: id }, () => false);
  let heard = await next();
  while (heard.done === 0) heard = await next();
  expect(heard).toMatchObject({ state: "running", done: 500 });
  await cancelRun(analyst(), { id });
  await finishRun(analyst(), importRun, id);
  // The stream ends by itself; its last word is how the run ended.
  for (let more = await next(); more; more = await next()) heard = more;
  expect(heard).toMatchObject({ state: "cancelled", done: 500, result: { created: 500 } });
  expect(await getRun(analyst(), { id })).toEqual(heard);
});
