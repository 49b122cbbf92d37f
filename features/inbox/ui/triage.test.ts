import { beforeEach, expect, it, vi } from "vitest";
import { type Saved, UndoStack } from "@/components/keyboard/undo-stack";
import type { Triage as TriageInput } from "../schema";
import { Triage } from "./triage";

const me = { id: "me", name: "Me" };
const you = { id: "you", name: "You" };

let changes: UndoStack;
let sent: TriageInput[];
let targets: string[];
const desk = { move: vi.fn<(by: number) => void>(), clearSelection: vi.fn<() => void>() };
let triage: Triage;

beforeEach(() => {
  changes = new UndoStack();
  sent = [];
  targets = ["a"];
  vi.resetAllMocks();
  const rows = () => targets.map((id) => ({ id, title: id, served: [] }));
  triage = new Triage(
    { ...desk, apply: changes.apply, targets: rows },
    {
      me,
      save: async (change): Promise<Saved> => {
        sent.push(change);
        return { ok: true };
      },
      words: ({ kind }, about) => `${kind} ${about.length}`,
    },
  );
  for (const id of ["a", "b"]) triage.enter({ id, assignee: null, until: null });
});
const saved = () => vi.waitFor(() => expect(changes.isSaving()).toBe(false));
const mark = (id: string) => triage.get().handled.get(id)?.kind ?? null;

it("marks the item in hand, goes on to the next, and takes it back", async () => {
  triage.perform({ kind: "dismissed" });
  expect([mark("a"), mark("b"), changes.get()?.text]).toEqual(["dismissed", null, "dismissed 1"]);
  expect(desk.move).toHaveBeenCalledWith(1);
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
  expect(desk.move).not.toHaveBeenCalled();
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
