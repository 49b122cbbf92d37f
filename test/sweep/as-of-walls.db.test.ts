import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { drawRound } from "@/features/agreement/commands/rounds";
import { moveDeal, updateDeal } from "@/features/deals/commands/deals";
import { listDeals } from "@/features/deals/queries/deals";
import { dealHistory } from "@/features/deals/queries/moves";
import { createNews } from "@/features/news/commands/news-items";
import { listNews } from "@/features/news/queries/news-list";
import { operations } from "@/features/registry";
import { getThesis } from "@/features/theses/queries";
import { addDays, dayIn } from "@/lib/calendar/days";
import { AppError } from "@/server/errors";
import { query } from "@/server/operation";
import { type Fixture, makeFixture, marksOf } from "./fixture";
import { samples } from "./samples";

// What may be seen of the past is decided today; and only who says so can be asked of it.

let of: Fixture;
let theirs: Fixture;
beforeAll(async () => {
  [of, theirs] = [await makeFixture(), await makeFixture()];
}, 60_000);
const as = (role: Parameters<Fixture["workspace"]["as"]>[0], now = new Date()) => ({
  ...of.workspace.as(role),
  now,
});
const instant = (at: Date) => ({ asOf: at.toISOString() });

describe("operations", () => {
  it.each(operations.filter(({ asOf }) => !asOf).map((one) => [one.name, one] as const))(
    "%s refuses asOf, which it does not know",
    (name, { input }) => {
      const given = { ...(samples[name]?.(of) as object), asOf: "2024-02-16" };
      const { error } = input.safeParse(given);
      expect(error?.issues).toMatchObject([{ code: "unrecognized_keys", keys: ["asOf"] }]);
    },
  );

  it.each(operations.filter(({ asOf }) => asOf).map((one) => [one.name, one] as const))(
    "%s shows nothing of another workspace's past",
    async (name, operation) => {
      const input = { ...(samples[name]?.(theirs) as object), ...instant(new Date()) };
      const answer: unknown = await operation.call(as("owner"), input).catch((error: unknown) => error);
      if (answer instanceof Error && !(answer instanceof AppError)) throw answer;
      const said = JSON.stringify(answer instanceof AppError ? answer.body() : answer);
      for (const mark of marksOf(theirs).filter((one) => !JSON.stringify(input).includes(one)))
        expect(said).not.toContain(mark);
    },
  );

  it("may not read by Prisma, which knows only the present", async () => {
    const hasty = query({
      name: "thesis.hasty",
      summary: "Counts theses",
      allow: "thesis:read",
      asOf: true,
      input: z.object({}).strict(),
      output: z.number(),
      run: (ctx) => ctx.tx.thesis.count({ where: { workspaceId: ctx.workspaceId } }),
    });
    expect(await hasty(as("viewer"), {})).toBeGreaterThan(0);
    await expect(hasty(as("viewer"), instant(new Date()))).rejects.toThrow("reads by SQL");
  });
});

describe("a day", () => {
  it("ends at midnight in the workspace's zone: what is recorded a millisecond later is not known", async () => {
    const day = addDays(dayIn(new Date(), "Asia/Shanghai"), 3);
    const midnight = Date.parse(`${day}T16:00:00Z`);
    const [last, first] = [new Date(midnight - 1), new Date(midnight)];
    const { id } = await createNews(as("analyst", last), {
      title: "Midnight, the last",
      publishedAt: "2024-02-16",
    });
    await createNews(as("analyst", first), { title: "Midnight, the first", publishedAt: "2024-02-16" });
    await moveDeal(as("analyst", first), { id: of.deal, stage: "diligence" });
    const titles = async (now: Date, asOf: string) =>
      (await listNews(as("viewer", now), { q: "midnight", asOf })).data.map(({ title }) => title);
    const later = new Date(midnight + 3_600_000);
    expect(await titles(later, day)).toEqual(["Midnight, the last"]);
    expect((await titles(later, addDays(day, 1))).sort()).toEqual([
      "Midnight, the first",
      "Midnight, the last",
    ]);
    expect(
      (await listNews(as("viewer", later), { q: "midnight", seenFrom: day, asOf: day })).data[0]?.id,
    ).toBe(id);
    await expect(titles(last, addDays(day, 1))).rejects.toMatchObject({ code: "INVALID" });
    // And ages are those of then.
    const moves = await dealHistory(as("viewer", later), { id: of.deal, asOf: day });
    expect(moves.data[0]).toMatchObject({ to: "first-call", leftAt: null, days: 3 });
  });

  it("before there was anything knows nothing", async () => {
    expect(await listNews(as("viewer"), { asOf: "2024-02-16" })).toMatchObject({
      data: [],
      nextCursor: null,
      total: { count: 0, exact: true },
    });
    await expect(getThesis(as("viewer"), { id: of.thesis, asOf: "2024-02-16" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("what is hidden today", () => {
  it("is hidden in the past: a deal that became confidential since", async () => {
    const before = new Date();
    const deals = async (role: "analyst" | "partner") =>
      (await listDeals(as(role), instant(before))).data.filter(({ id }) => id === of.deal).length;
    expect(await deals("analyst")).toBe(1);
    await updateDeal(as("partner"), { id: of.deal, confidential: true });
    expect([await deals("analyst"), await deals("partner")]).toEqual([0, 1]);
  });

  it("is hidden in the past: the tags of what one reads blind", async () => {
    const before = new Date();
    const tagged = async () =>
      (await listNews(as("partner"), { thesis: of.thesis, ...instant(before) })).data.length;
    const open = await tagged();
    await drawRound(as("owner"), { reader: of.workspace.userOf("partner").id, thesis: of.thesis, size: 100 });
    expect(await tagged()).toBeLessThan(open);
  });
});
