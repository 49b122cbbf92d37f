import { beforeEach, describe, expect, it } from "vitest";
import { createNews } from "@/features/news/commands/news-items";
import { tagNews } from "@/features/tags/commands/tags";
import { createThesis } from "@/features/theses/commands";
import { listAudit } from "@/features/workspaces/queries";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { openInbox, triage } from "./commands/triage";
import { inboxCounts, listInbox } from "./queries/inbox";
import type { InboxView } from "./schema";

let workspace: TestWorkspace;
const minute = 60_000;
const start = new Date("2047-03-02T01:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * minute);
const analyst = (now = start) => ({ ...workspace.as("analyst"), now });

beforeEach(async () => {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
});

async function item(title: string, now = start): Promise<string> {
  return (await createNews(analyst(now), { title, publishedAt: "2047-03-01" })).id;
}
const titles = async (view: InboxView, now = start) =>
  (await listInbox(analyst(now), { view })).data.map(({ title }) => title);

describe("the inbox", () => {
  it("holds what nobody tagged, as it came in, and pages through it without gap", async () => {
    await createThesis(analyst(), { slug: "t", name: "t", statement: "t" });
    const first = await item("first", at(0));
    await item("second", at(1));
    await item("third", at(2));
    await tagNews(analyst(), { id: first, thesis: "t" });
    const page = await listInbox(analyst(at(5)), { limit: 1 });
    expect(page.data.map(({ title }) => title)).toEqual(["third"]);
    const next = await listInbox(analyst(at(5)), { limit: 1, cursor: page.nextCursor ?? "" });
    expect(next).toMatchObject({ data: [{ title: "second" }], nextCursor: null });
  });

  it("lets an item sleep until a day of the workspace's zone begins", async () => {
    const id = await item("later");
    await triage(analyst(), { ids: [id], snoozedUntil: "2047-03-03" });
    expect([await titles("all"), await titles("snoozed")]).toEqual([[], ["later"]]);
    // In Shanghai the third of March begins at 16:00 UTC of the second.
    const [before, after] = [new Date("2047-03-02T15:59:59Z"), new Date("2047-03-02T16:00:00Z")];
    expect(await titles("all", before)).toEqual([]);
    expect([await titles("all", after), await titles("snoozed", after)]).toEqual([["later"], []]);
  });

  it("keeps what is dismissed, and gives it back", async () => {
    const id = await item("no use");
    await triage(analyst(), { ids: [id], dismissed: true });
    expect([await titles("all"), await titles("dismissed")]).toEqual([[], ["no use"]]);
    await triage(analyst(), { ids: [id], dismissed: false });
    expect([await titles("all"), await titles("dismissed")]).toEqual([["no use"], []]);
  });

  it("shows each what is theirs", async () => {
    const [mine, other] = [await item("mine"), await item("other")];
    await triage(analyst(), { ids: [mine], assignee: workspace.userOf("analyst").id });
    await triage(analyst(), { ids: [other], assignee: workspace.userOf("partner").id });
    expect(await titles("mine")).toEqual(["mine"]);
    const { data } = await listInbox(analyst(), {});
    expect(data.find(({ id }) => id === other)?.assignee).toMatchObject({
      id: workspace.userOf("partner").id,
    });
    await triage(analyst(), { ids: [mine], assignee: null });
    expect(await titles("mine")).toEqual([]);
  });

  it("says what came in since one looked last; half an hour away begins another look", async () => {
    await item("old", at(0));
    await openInbox(analyst(at(1)), {});
    await item("fresh", at(10));
    expect(await openInbox(analyst(at(20)), {})).toEqual({ since: null });
    expect(await openInbox(analyst(at(60)), {})).toEqual({ since: at(20).toISOString() });
    await item("fresher", at(61));
    expect(await titles("new", at(62))).toEqual(["fresher"]);
    expect(await inboxCounts(analyst(at(62)), {})).toMatchObject({
      new: 1,
      all: 3,
      since: at(20).toISOString(),
    });
  });
});

describe("a step of triage", () => {
  it("is written down for each item that changed, with what was before", async () => {
    const [a, b] = [await item("a"), await item("b")];
    await triage(analyst(), { ids: [a], dismissed: true });
    expect(await triage(analyst(), { ids: [a, b], dismissed: true })).toEqual({ changed: 1 });
    expect(await triage(analyst(), { ids: [a, b], dismissed: true })).toEqual({ changed: 0 });
    const { data } = await listAudit(workspace.as("admin"), {});
    const steps = data.filter(({ operation }) => operation === "inbox.triage");
    expect(steps.map(({ entityId, changes }) => [entityId, changes])).toEqual([
      [b, { dismissed: [false, true] }],
      [a, { dismissed: [false, true] }],
    ]);
  });

  it("names no stranger and does not both snooze and dismiss", async () => {
    const id = await item("a");
    const stranger = "01900000-0000-7000-8000-000000000000";
    await expect(triage(analyst(), { ids: [id], assignee: stranger })).rejects.toMatchObject({
      code: "INVALID",
    });
    const both = { ids: [id], snoozedUntil: "2047-03-03", dismissed: true };
    await expect(triage(analyst(), both)).rejects.toMatchObject({ code: "INVALID" });
  });
});
