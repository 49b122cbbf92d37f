import { expect, it } from "vitest";
import { changeOf, revertsOf, type Triaged } from "./triage-change";

const me = { id: "me", name: "Me" };
const item = (id: string, more: Partial<Triaged> = {}): Triaged => ({
  id,
  assignee: null,
  until: null,
  dismissed: false,
  fresh: true,
  ...more,
});

it("changes only what was decided", () => {
  expect(changeOf({ kind: "dismissed" })).toEqual({ dismissed: true });
  expect(changeOf({ kind: "restored" })).toEqual({ dismissed: false, snoozedUntil: null });
  expect(changeOf({ kind: "snoozed", until: "2026-03-03" })).toEqual({ snoozedUntil: "2026-03-03" });
  expect(changeOf({ kind: "assigned", to: me })).toEqual({ assignee: "me" });
  expect(changeOf({ kind: "assigned", to: null })).toEqual({ assignee: null });
});

it("takes back to what each was before, those alike at once", () => {
  const mixed = [item("a", { assignee: "you" }), item("b"), item("c", { assignee: "you" })];
  expect(revertsOf({ kind: "assigned", to: me }, mixed)).toEqual([
    { ids: ["a", "c"], assignee: "you" },
    { ids: ["b"], assignee: null },
  ]);
  const asleep = [item("a", { until: "2026-03-09" }), item("b")];
  expect(revertsOf({ kind: "snoozed", until: "2026-03-03" }, asleep)).toEqual([
    { ids: ["a"], snoozedUntil: "2026-03-09" },
    { ids: ["b"], snoozedUntil: null },
  ]);
});

it("puts what was brought back where it was: asleep, or dismissed", () => {
  const away = [item("a", { until: "2026-03-09" }), item("b", { dismissed: true })];
  expect(revertsOf({ kind: "restored" }, away)).toEqual([
    { ids: ["a"], snoozedUntil: "2026-03-09" },
    { ids: ["b"], dismissed: true },
  ]);
  expect(revertsOf({ kind: "dismissed" }, [item("a")])).toEqual([{ ids: ["a"], dismissed: false }]);
});
