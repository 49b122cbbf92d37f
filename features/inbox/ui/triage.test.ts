import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Saved, UndoStack } from "@/components/keyboard/undo-stack";
import { viewsOf } from "../domain/views-of";
import type { Triage as TriageInput } from "../schema";
import { Triage } from "./triage";

const me = { id: "me", name: "Me" };
const you = { id: "you", name: "You" };

let changes: UndoStack;
let sent: TriageInput[];
let targets: string[];
let tagged: string[];
const desk = {
  goOn: vi.fn<() => void>(),
  clearSelection: vi.fn<() => void>(),
  setDone: vi.fn<(done: ReadonlySet<string>) => void>(),
};
let triage: Triage;

beforeEach(() => {
  changes = new UndoStack();
  sent = [];
  targets = ["a"];
  tagged = [];
  vi.resetAllMocks();
  const rows = () => targets.map((id) => ({ id, title: id, served: [] }));
  triage = new Triage(
    {
      ...desk,
      apply: changes.apply,
      targets: rows,
      isDone: () => false,
      isConfirmed: (id) => tagged.includes(id),
    },
    {
      me,
      view: "all",
      viewsOf: (item) => viewsOf(item, { me, tomorrow: "2026-03-03" }),
      save: async (change): Promise<Saved> => {
        sent.push(change);
        return { ok: true };
      },
      words: ({ kind }, about) => `${kind} ${about.length}`,
    },
  );
  for (const id of ["a", "b"]) {
    const fresh = id === "a";
    triage.enter({ id, assignee: null, until: null, dismissed: false, fresh });
  }
});
const saved = () => vi.waitFor(() => expect(changes.isSaving()).toBe(false));
const mark = (id: string) => triage.get().handled.get(id)?.kind ?? null;

it("marks the item in hand, goes on to the next, and takes it back", async () => {
  triage.perform({ kind: "dismissed" });
  expect([mark("a"), mark("b"), changes.get()?.text]).toEqual(["dismissed", null, "dismissed 1"]);
  expect(desk.goOn).toHaveBeenCalledOnce();
  changes.undo();
  expect(mark("a")).toBeNull();
  await saved();
  expect(sent).toEqual([
    { ids: ["a"], dismissed: true },
    { ids: ["a"], dismissed: false },
  ]);
});

it("does one thing with all that are selected, and stays where one is", async () => {
  targets = ["a", "b"];
  triage.perform({ kind: "snoozed", until: "2026-03-03" });
  await saved();
  expect(sent).toEqual([{ ids: ["a", "b"], snoozedUntil: "2026-03-03" }]);
  expect(desk.clearSelection).toHaveBeenCalledOnce();
  expect(desk.goOn).not.toHaveBeenCalled();
});

it("assigns to me, and to nobody when all of it is mine already", async () => {
  triage.toggleMine();
  targets = ["a", "b"];
  triage.toggleMine();
  triage.toggleMine();
  await saved();
  expect(sent).toEqual([
    { ids: ["a"], assignee: "me" },
    { ids: ["a", "b"], assignee: "me" },
    { ids: ["a", "b"], assignee: null },
  ]);
});

it("takes back to what stood before, not to what the page once said", async () => {
  triage.perform({ kind: "assigned", to: you });
  triage.perform({ kind: "assigned", to: me });
  changes.undo();
  expect(triage.get().handled.get("a")).toEqual({ kind: "assigned", to: you });
  changes.undo();
  await saved();
  expect(sent.map(({ assignee }) => assignee)).toEqual(["you", "me", "you", null]);
});

it("asks whose the items shall be, and does nothing with none in hand", () => {
  triage.ask();
  expect(triage.get().assigning).toMatchObject([{ id: "a" }]);
  triage.asked();
  targets = [];
  triage.ask();
  triage.perform({ kind: "dismissed" });
  expect([triage.get().assigning, changes.get()]).toEqual([null, null]);
});

describe("the counters and the list", () => {
  const left = () => [...(desk.setDone.mock.lastCall?.[0] ?? [])].join("");
  const moved = () => triage.get().moved;

  it("follow what is dismissed, snoozed and taken back", async () => {
    triage.perform({ kind: "dismissed" });
    expect([left(), moved()]).toEqual(["a", { new: -1, all: -1, dismissed: 1 }]);
    targets = ["b"];
    triage.perform({ kind: "snoozed", until: "2026-03-03" });
    expect([left(), moved()]).toMatchObject(["ab", { all: -2, snoozed: 1 }]);
    changes.undo();
    changes.undo();
    await saved();
    expect([left(), moved()]).toMatchObject(["", { new: 0, all: 0 }]);
  });

  it("follow what a person tagged, and whose an item is", () => {
    triage.perform({ kind: "assigned", to: me });
    expect([left(), moved().mine]).toEqual(["", 1]);
    tagged = ["a", "b"];
    triage.recount();
    expect([left(), moved()]).toMatchObject(["ab", { all: -2 }]);
  });

  it("forget what was done once the server says it", () => {
    const leave = triage.enter({ id: "c", assignee: null, until: null, dismissed: false, fresh: true });
    targets = ["c"];
    triage.perform({ kind: "snoozed", until: "2026-03-03" });
    leave();
    triage.enter({ id: "c", assignee: null, until: "2026-03-03", dismissed: false, fresh: true });
    triage.recount();
    expect([mark("c"), left()]).toEqual([null, ""]);
  });
});
