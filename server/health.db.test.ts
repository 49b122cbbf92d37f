import { expect, it } from "vitest";
import { health } from "./health";
import { startBoss } from "./jobs/queue";
import { version } from "./version";

it("answers for the worker as long as one supervises the queue", async () => {
  expect(await health()).toMatchObject({
    status: "unavailable",
    version,
    reason: expect.stringContaining("worker"),
  });
  const sender = await startBoss({ max: 1, supervise: false, schedule: false });
  expect((await health()).status).toBe("unavailable");
  const worker = await startBoss({ max: 1, supervise: true, schedule: false });
  expect(await health()).toEqual({ status: "ok", version });
  await worker.stop({ graceful: false });
  expect((await health()).status).toBe("unavailable");
  await sender.stop({ graceful: false });
});
