import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createNews, updateNews } from "@/features/news/commands/news-items";
import { listNews } from "@/features/news/queries/news-list";
import { tagNews, untagNews } from "@/features/tags/commands/tags";
import { stances } from "@/features/tags/schema";
import { createThesis, updateThesis } from "@/features/theses/commands";
import { updateWorkspace } from "@/features/workspaces/commands/workspace";
import type { Context } from "@/server/context";
import { newId } from "@/server/ids";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { extent, recentSignals, signals } from "./queries/trends";
import { RecentSignals, type SignalBucket, Signals } from "./schema";

type Stance = (typeof stances)[number];
type Change =
  | { kind: "publish"; instant: string; thesis: string; stance: Stance }
  | { kind: "tag"; which: number; thesis: string; stance: Stance }
  | { kind: "untag"; which: number; thesis: string }
  | { kind: "redate"; which: number; instant: string }
  | { kind: "move"; zone: string };
type Item = { id: string; version: number; publishedAt: string; tags: Map<string, Stance> };

/** Writers' clock: later than every date used here, since nothing may be dated in the future. */
const afterAll = new Date("2032-01-01T00:00:00Z");

/** A workspace, and beside it what a reader with a pencil knows of its items: the charts are held against that. */
class Fund {
  private constructor(
    private readonly made: TestWorkspace,
    public timeZone: string,
    public readonly items: Item[] = [],
  ) {}

  static async open(timeZone: string, theses = ["moe", "agents"]): Promise<Fund> {
    const fund = new Fund(await freshWorkspace({ timeZone }), timeZone);
    for (const slug of theses) await createThesis(fund.as(), { slug, name: slug, statement: "It will." });
    return fund;
  }

  as(role: "viewer" | "analyst" | "admin" = "analyst", now = new Date("2024-06-05T12:00:00Z")): Context {
    const context = this.made.as(role);
    return { ...context, workspace: { ...context.workspace, timeZone: this.timeZone }, now };
  }

  async publish(publishedAt: string, tags: Record<string, Stance> = {}): Promise<Item> {
    const given = Object.entries(tags).map(([thesis, stance]) => ({ thesis, stance }));
    const { id, version } = await createNews(this.as("analyst", afterAll), {
      title: `Item ${newId()}`,
      publishedAt,
      tags: given,
    });
    const item = { id, version, publishedAt, tags: new Map(Object.entries(tags)) };
    this.items.push(item);
    return item;
  }

  async tag(item: Item, thesis: string, stance: Stance): Promise<void> {
    await tagNews(this.as(), { id: item.id, thesis, stance });
    item.tags.set(thesis, stance);
  }

  async untag(item: Item, thesis: string): Promise<void> {
    await untagNews(this.as(), { id: item.id, thesis });
    item.tags.delete(thesis);
  }

  async redate(item: Item, publishedAt: string): Promise<void> {
    item.version = (
      await updateNews(this.as("analyst", afterAll), { id: item.id, version: item.version, publishedAt })
    ).version;
    item.publishedAt = publishedAt;
  }

  async moveTo(timeZone: string): Promise<void> {
    await updateWorkspace(this.as("admin"), { timeZone });
    this.timeZone = timeZone;
  }

  /** Counted by hand: for, against, neutral of `thesis` and all items, published on days of [from, to). */
  expected(thesis: string, from: string, to: string) {
    const days = new Intl.DateTimeFormat("en-CA", { timeZone: this.timeZone, dateStyle: "short" });
    const inside = this.items.filter(({ publishedAt }) => {
      const day = days.format(new Date(publishedAt));
      return day >= from && day < to;
    });
    const count = (stance: Stance) => inside.filter(({ tags }) => tags.get(thesis) === stance).length;
    return {
      for: count("for"),
      against: count("against"),
      neutral: count("neutral"),
      coverage: inside.length,
    };
  }
}

const counted = (bucket: SignalBucket | undefined) =>
  bucket && {
    for: bucket.for,
    against: bucket.against,
    neutral: bucket.neutral,
    coverage: bucket.coverage,
  };

/** Asks for `bucket`s of both theses and compares each number with what was counted by hand. */
async function agrees(fund: Fund, bucket: "day" | "week" | "month", from: string, to: string): Promise<void> {
  const found = await signals(fund.as("viewer"), { thesis: "moe,agents", bucket, from, to });
  expect(found.data.map(({ thesis }) => thesis)).toEqual(["moe", "agents"]);
  for (const series of found.data)
    for (const one of series.buckets) {
      const start = one.start < from ? from : one.start;
      const end = one.end > to ? to : one.end;
      const byHand = fund.expected(series.thesis, start, end);
      expect(counted(one), `${series.thesis} ${one.start}`).toEqual(byHand);
      expect(one.value).toBe(byHand.for + byHand.against + byHand.neutral);
    }
}

describe("signals", () => {
  let fund: Fund;
  beforeAll(async () => {
    fund = await Fund.open("Asia/Shanghai");
    await fund.publish("2024-03-03T15:59:00Z", { moe: "for" }); // Sunday 23:59 in Shanghai
    await fund.publish("2024-03-03T16:01:00Z", { moe: "against", agents: "neutral" }); // Monday 00:01
    await fund.publish("2024-03-06T00:00:00Z", { moe: "for" });
    await fund.publish("2024-03-20T00:00:00Z", {});
    await fund.publish("2024-05-31T16:00:00Z", { agents: "for" }); // 1 June 00:00 in Shanghai
  });

  it("cuts weeks on Monday 00:00 where the workspace is, empty ones included", async () => {
    const asked = { thesis: ["moe"], bucket: "week", from: "2024-02-26", to: "2024-03-25" } as const;
    const found = await signals(fund.as(), asked);
    expect(Signals.strict().parse(found)).toEqual(found);
    expect(found).toMatchObject({ timeZone: "Asia/Shanghai", bucket: "week", measure: "count" });
    expect(found.data[0]?.buckets).toEqual([
      {
        start: "2024-02-26",
        end: "2024-03-04",
        value: 1,
        for: 1,
        against: 0,
        neutral: 0,
        coverage: 1,
        complete: true,
      },
      {
        start: "2024-03-04",
        end: "2024-03-11",
        value: 2,
        for: 1,
        against: 1,
        neutral: 0,
        coverage: 2,
        complete: true,
      },
      {
        start: "2024-03-11",
        end: "2024-03-18",
        value: 0,
        for: 0,
        against: 0,
        neutral: 0,
        coverage: 0,
        complete: true,
      },
      {
        start: "2024-03-18",
        end: "2024-03-25",
        value: 0,
        for: 0,
        against: 0,
        neutral: 0,
        coverage: 1,
        complete: true,
      },
    ]);
  });

  it("cuts days and months there as well", async () => {
    await agrees(fund, "day", "2024-03-01", "2024-03-10");
    await agrees(fund, "month", "2024-02-01", "2024-07-01");
    const june = await signals(fund.as(), {
      thesis: ["agents"],
      bucket: "month",
      from: "2024-06-01",
      to: "2024-07-01",
    });
    expect(june.data[0]?.buckets).toMatchObject([{ start: "2024-06-01", end: "2024-07-01", value: 1 }]);
  });

  it("counts only days of the range, and says that a week it cuts is not complete", async () => {
    const found = await signals(fund.as(), {
      thesis: ["moe"],
      bucket: "week",
      from: "2024-03-05",
      to: "2024-03-13",
    });
    expect(found.data[0]?.buckets).toMatchObject([
      { start: "2024-03-04", end: "2024-03-11", value: 1, complete: false },
      { start: "2024-03-11", end: "2024-03-18", value: 0, complete: false },
    ]);
  });

  it("opens a period until its last day has passed there", async () => {
    const on = async (now: string) => {
      const asked = { thesis: ["moe"], bucket: "week", from: "2024-03-04", to: "2024-03-11" } as const;
      return (await signals(fund.as("viewer", new Date(now)), asked)).data[0]?.buckets[0]?.complete;
    };
    expect(await on("2024-03-10T15:59:59Z")).toBe(false);
    expect(await on("2024-03-10T16:00:00Z")).toBe(true);
  });

  it("gives a share of all coverage, and none where there was no coverage", async () => {
    const asked = { thesis: ["moe"], bucket: "week", measure: "share" } as const;
    const found = await signals(fund.as(), { ...asked, from: "2024-03-04", to: "2024-03-25" });
    expect(found.data[0]?.buckets.map(({ value, coverage }) => [value, coverage])).toEqual([
      [1, 2],
      [0, 0],
      [0, 1],
    ]);
    const month = await signals(fund.as(), {
      ...asked,
      bucket: "month",
      from: "2024-03-01",
      to: "2024-04-01",
    });
    expect(month.data[0]?.buckets[0]?.value).toBeCloseTo(3 / 4, 12);
  });

  it("counts exactly the items that the list behind a point shows", async () => {
    const range = { from: "2024-03-04", to: "2024-03-11" };
    const [series] = (await signals(fund.as(), { thesis: ["moe"], bucket: "week", ...range })).data;
    for (const stance of [undefined, ...stances]) {
      const listed = await listNews(fund.as(), {
        thesis: "moe",
        ...range,
        ...(stance ? { stance: [stance] } : {}),
      });
      expect(listed.data).toHaveLength(series?.buckets[0]?.[stance ?? "value"] ?? -1);
    }
  });

  it("charts every active focus area of the last twelve weeks unless told", async () => {
    const found = await signals(fund.as(), {});
    expect(found.data.map(({ thesis }) => thesis)).toEqual(["moe", "agents"]);
    expect(found).toMatchObject({ from: "2024-03-18", to: "2024-06-06" });
    expect(found.data[1]?.buckets).toHaveLength(12);
    expect(found.data[1]?.buckets.at(-2)).toMatchObject({ start: "2024-05-27", for: 1, complete: true });
    expect(found.data[1]?.buckets.at(-1)).toMatchObject({ start: "2024-06-03", value: 0, complete: false });
  });

  it("takes slugs and ids, names the unknown one, and says what is wrong with a range", async () => {
    const byId = (await signals(fund.as(), { thesis: "moe" })).data[0]?.thesisId ?? "";
    expect((await signals(fund.as(), { thesis: [byId, "agents", "moe"] })).data).toHaveLength(2);
    await expect(signals(fund.as(), { thesis: ["moe", "nothing"] })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("nothing"),
    });
    const invalid = (field: string) => ({
      code: "INVALID",
      details: { fields: { [field]: expect.any(String) } },
    });
    await expect(signals(fund.as(), { from: "2024-03-04", to: "2024-03-04" })).rejects.toMatchObject(
      invalid("to"),
    );
    await expect(
      signals(fund.as(), { bucket: "day", from: "2020-01-01", to: "2024-01-01" }),
    ).rejects.toMatchObject(invalid("from"));
    await expect(signals(fund.as(), { to: "9999-12-31" })).rejects.toMatchObject(invalid("to"));
    const everything = Array.from({ length: 101 }, (_, n) => `t-${n}`);
    await expect(signals(fund.as(), { thesis: everything })).rejects.toMatchObject(invalid("thesis"));
  });

  it("keeps a retired thesis on charts that ask for it, and leaves it out of the others", async () => {
    const own = await Fund.open("Asia/Shanghai");
    await own.publish("2024-06-01T00:00:00Z", { moe: "for" });
    await updateThesis(own.as(), { id: "moe", status: "retired" });
    expect((await signals(own.as(), {})).data.map(({ thesis }) => thesis)).toEqual(["agents"]);
    expect((await signals(own.as(), { thesis: "moe" })).data[0]?.buckets.at(-2)?.value).toBe(1);
  });
});

describe("the rollup", () => {
  it("follows tagging, a change of stance, untagging and a change of date", async () => {
    const fund = await Fund.open("Asia/Shanghai");
    const march = ["2024-03-01", "2024-04-01"] as const;
    const item = await fund.publish("2024-03-10T15:59:59Z");
    await agrees(fund, "day", ...march);
    await fund.tag(item, "moe", "for");
    await fund.tag(item, "agents", "neutral");
    await agrees(fund, "day", ...march);
    await fund.tag(item, "moe", "against");
    await agrees(fund, "day", ...march);
    await fund.redate(item, "2024-03-10T16:00:00Z");
    await agrees(fund, "day", ...march);
    await fund.untag(item, "moe");
    await agrees(fund, "day", ...march);
    await fund.redate(item, "2024-05-01T00:00:00Z");
    await agrees(fund, "day", ...march);
    await agrees(fund, "month", "2024-01-01", "2024-06-01");
  });

  it("cuts weeks of 167 and 169 hours where clocks change", async () => {
    const fund = await Fund.open("America/New_York");
    // Clocks go forward on 10 March 2024 and back on 3 November, both Sundays.
    for (const at of [
      "2024-03-04T04:59:59Z",
      "2024-03-04T05:00:00Z",
      "2024-03-11T03:59:59Z",
      "2024-03-11T04:00:00Z",
      "2024-10-28T03:59:59Z",
      "2024-10-28T04:00:00Z",
      "2024-11-04T04:59:59Z",
      "2024-11-04T05:00:00Z",
    ])
      await fund.publish(at, { moe: "for" });
    await agrees(fund, "week", "2024-02-26", "2024-03-18");
    await agrees(fund, "week", "2024-10-21", "2024-11-11");
    const weeks = async (from: string, to: string) =>
      (await signals(fund.as(), { thesis: "moe", from, to })).data[0]?.buckets.map(({ value }) => value);
    expect(await weeks("2024-02-26", "2024-03-18")).toEqual([1, 2, 1]);
    expect(await weeks("2024-10-21", "2024-11-11")).toEqual([1, 2, 1]);
  });

  it("is cut anew when the workspace moves to another time zone", async () => {
    const fund = await Fund.open("Asia/Shanghai");
    await fund.publish("2024-03-10T15:59:00Z", { moe: "for" });
    const late = await fund.publish("2024-03-10T16:01:00Z", { moe: "against" });
    await fund.publish("2024-03-11T03:59:00Z", { agents: "for" });
    await agrees(fund, "day", "2024-03-08", "2024-03-14");
    for (const zone of ["America/New_York", "Pacific/Chatham", "Asia/Kathmandu", "UTC"]) {
      await fund.moveTo(zone);
      await agrees(fund, "day", "2024-03-08", "2024-03-14");
    }
    await fund.untag(late, "moe");
    await agrees(fund, "day", "2024-03-08", "2024-03-14");
  });

  it("agrees with the tags after any sequence of changes", async () => {
    const fund = await Fund.open("America/New_York");
    const thesis = fc.constantFrom("moe", "agents");
    const stance = fc.constantFrom(...stances);
    const instant = fc
      .date({
        min: new Date("2024-03-04T00:00:00Z"),
        max: new Date("2024-03-24T00:00:00Z"),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    const which = fc.nat();
    const change = fc.oneof(
      fc.record({ kind: fc.constant("publish" as const), instant, thesis, stance }),
      fc.record({ kind: fc.constant("tag" as const), which, thesis, stance }),
      fc.record({ kind: fc.constant("untag" as const), which, thesis }),
      fc.record({ kind: fc.constant("redate" as const), which, instant }),
      fc.record({
        kind: fc.constant("move" as const),
        zone: fc.constantFrom("Asia/Shanghai", "America/New_York", "Pacific/Apia"),
      }),
    );
    const perform = async (one: Change) => {
      if (one.kind === "publish") return fund.publish(one.instant, { [one.thesis]: one.stance });
      if (one.kind === "move") return fund.moveTo(one.zone);
      const item = fund.items[one.which % Math.max(1, fund.items.length)];
      if (!item) return;
      if (one.kind === "redate") return fund.redate(item, one.instant);
      if (one.kind === "tag") return fund.tag(item, one.thesis, one.stance);
      if (item.tags.has(one.thesis)) await fund.untag(item, one.thesis);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        for (const one of changes) await perform(one);
        await agrees(fund, "day", "2024-03-01", "2024-03-28");
        await agrees(fund, "week", "2024-03-01", "2024-03-28");
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

describe("twelve weeks", () => {
  it("are the last ones while they hold something", async () => {
    const fund = await Fund.open("Asia/Shanghai");
    await fund.publish("2024-04-01T00:00:00Z", { moe: "for" });
    const recent = await recentSignals(fund.as(), {});
    expect(RecentSignals.strict().parse(recent)).toEqual(recent);
    expect(recent).toMatchObject({
      from: "2024-03-18",
      to: "2024-06-10",
      past: false,
      latestDay: "2024-04-01",
    });
    expect(recent.data.every(({ buckets }) => buckets.length === 12)).toBe(true);
  });

  it("else those up to the latest item, of which a date in the future is none", async () => {
    const fund = await Fund.open("Asia/Shanghai");
    expect(await recentSignals(fund.as(), {})).toMatchObject({ past: false, latestDay: null });
    await fund.publish("2023-11-08T00:00:00Z", { agents: "against" });
    await fund.publish("2031-01-01T00:00:00Z", { agents: "against" });
    const recent = await recentSignals(fund.as(), { thesis: "agents" });
    expect(recent).toMatchObject({
      from: "2023-08-21",
      to: "2023-11-13",
      past: true,
      latestDay: "2023-11-08",
    });
    expect(recent.data).toHaveLength(1);
    expect(recent.data[0]?.buckets.at(-1)).toMatchObject({ start: "2023-11-06", against: 1, complete: true });
    expect(await extent(fund.as(), {})).toEqual({
      first: "2023-11-08",
      last: "2023-11-08",
      bulk: "2023-11-08",
    });
  });

  it("reach back to where nearly all items are, though a few are new", async () => {
    const fund = await Fund.open("Asia/Shanghai");
    for (let at = 0; at < 20; at++) await fund.publish("2023-11-08T00:00:00Z", { agents: "for" });
    await fund.publish("2024-06-05T00:00:00Z", { agents: "for" });
    expect(await recentSignals(fund.as(), {})).toMatchObject({
      past: true,
      latestDay: "2023-11-08",
      to: "2023-11-13",
    });
    await fund.publish("2024-06-05T00:00:00Z", { agents: "for" });
    expect(await recentSignals(fund.as(), {})).toMatchObject({ past: false, latestDay: "2024-06-05" });
  });
});
