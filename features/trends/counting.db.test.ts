import { beforeAll, describe, expect, it } from "vitest";
import { createNews } from "@/features/news/commands/news-items";
import type { Stance } from "@/features/tags/schema";
import { createThesis } from "@/features/theses/commands";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { signals } from "./queries/trends";
import type { Counting } from "./schema";

let fund: TestWorkspace;

async function publish(publishedAt: string, url: string, stance?: Stance): Promise<string> {
  const tags = stance ? [{ thesis: "moe", stance }] : [];
  return (await createNews(fund.as("analyst"), { title: url, url, publishedAt, tags })).id;
}

/** Says that `items` tell what `story`, an item too, tells. */
async function tellTheSame(story: string, items: string[]): Promise<void> {
  const owner = ownerDb(env().DATABASE_URL);
  await owner.storyMember.createMany({
    data: [story, ...items].map((newsItemId) => ({
      workspaceId: fund.workspaceId,
      newsItemId,
      storyId: story,
    })),
  });
  await owner.$disconnect();
}

/** Three weeks from 26 February 2024: for, against, neutral, value and coverage of each. */
async function weeks(counting?: Counting, more: object = {}) {
  const { data } = await signals(fund.as("viewer"), {
    thesis: "moe",
    from: "2024-02-26",
    to: "2024-03-18",
    ...(counting ? { counting } : {}),
    ...more,
  });
  return data[0]?.buckets.map((one) => [one.for, one.against, one.neutral, one.value, one.coverage]);
}

beforeAll(async () => {
  fund = await freshWorkspace({ timeZone: "Asia/Shanghai" });
  await createThesis(fund.as("analyst"), { slug: "moe", name: "moe", statement: "It will." });
  const first = await publish("2024-03-03T16:30:00Z", "https://www.one.example/a", "for"); // Monday 00:30 in Shanghai
  const second = await publish("2024-03-06T00:00:00Z", "https://two.example/b", "against");
  const later = await publish("2024-03-12T00:00:00Z", "https://one.example/c", "neutral");
  const early = await publish("2024-03-03T15:00:00Z", "https://three.example/d");
  const tagged = await publish("2024-03-13T00:00:00Z", "https://two.example/e", "for");
  await publish("2024-03-07T00:00:00Z", "https://TWO.example/f", "for");
  await tellTheSame(first, [second, later]);
  await tellTheSame(early, [tagged]);
});

describe("a chart", () => {
  it("counts items unless told", async () => {
    const expected = [
      [0, 0, 0, 0, 1],
      [2, 1, 0, 3, 3],
      [1, 0, 1, 2, 2],
    ];
    expect(await weeks()).toEqual(expected);
    expect(await weeks("items")).toEqual(expected);
  });

  it("counts a story once, where its earliest item with the thesis falls, and among all stories told in that week", async () => {
    expect(await weeks("stories")).toEqual([
      [0, 0, 0, 0, 1],
      [2, 0, 0, 2, 2],
      [1, 0, 0, 1, 2],
    ]);
  });

  it("does not count a story that began before the range asked for", async () => {
    expect(await weeks("stories", { from: "2024-03-12" })).toEqual([[1, 0, 0, 1, 2]]);
  });

  it("counts a source once a week, whatever it published", async () => {
    expect(await weeks("sources")).toEqual([
      [0, 0, 0, 0, 1],
      [2, 1, 0, 2, 2],
      [1, 0, 1, 2, 2],
    ]);
  });

  it("gives shares of what it counts", async () => {
    expect((await weeks("stories", { measure: "share" }))?.map((week) => week[3])).toEqual([0, 1, 0.5]);
    expect((await weeks("sources", { measure: "share" }))?.map((week) => week[3])).toEqual([0, 1, 1]);
  });

  it("knows three things to count", async () => {
    await expect(weeks(undefined, { counting: "words" })).rejects.toMatchObject({ code: "INVALID" });
  });
});
