import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { query } from "@/server/operation";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { createNews } from "../commands/news-items";
import { knownItems } from "./known-items";

/** The keys of those that are here, as an operation would ask. */
const ask = query({
  name: "test.knownItems",
  summary: "",
  allow: "news:read",
  input: z.object({ wanted: z.array(z.object({ key: z.string(), url: z.string().nullable() })) }),
  output: z.array(z.object({ key: z.string(), title: z.string() })),
  run: (ctx, { wanted }) => knownItems(ctx, wanted),
});

let fund: TestWorkspace;
beforeAll(async () => {
  fund = await freshWorkspace();
  const item = { url: "https://known.example/post/1", publishedAt: "2024-02-16" };
  await createNews(fund.as("analyst"), { ...item, title: "Known" });
});

describe("an item that is here", () => {
  it.each([
    ["its source key", "url:known.example/post/1", null],
    ["its address", "row:1", "https://known.example/post/1"],
    ["its address with what only tracks", "row:1", "https://known.example/post/1?utm_source=letter#top"],
  ])("is known by %s", async (_, key, url) => {
    const answer = await ask(fund.as("viewer"), {
      wanted: [
        { key: "row:2", url: null },
        { key, url },
      ],
    });
    expect(answer).toMatchObject([{ key, title: "Known" }]);
  });

  it("is not another one, nor one of another workspace", async () => {
    const other = [{ key: "row:1", url: "https://known.example/post/2" }];
    expect(await ask(fund.as("viewer"), { wanted: other })).toEqual([]);
    const same = [{ key: "url:known.example/post/1", url: "https://known.example/post/1" }];
    expect(await ask((await freshWorkspace()).as("viewer"), { wanted: same })).toEqual([]);
  });
});
