import { expect, it, vi } from "vitest";
import { type Change, type Saved, UndoStack } from "./undo-stack";

const ok: Saved = { ok: true };
const refused: Saved = { ok: false, error: { message: "no right" } };

/** A change that writes down what happens to it. */
function change(log: string[], name: string, answers: { save?: Saved; revert?: Saved } = {}): Change {
  const say = (what: string) => void log.push(`${what} ${name}`);
  return {
    text: `did ${name}`,
    show: () => say("show"),
    hide: () => say("hide"),
    save: async () => {
      say("save");
      return answers.save ?? ok;
    },
    revert: async () => {
      say("revert");
      return answers.revert ?? ok;
    },
  };
}
const saved = (stack: UndoStack) => vi.waitFor(() => expect(stack.isSaving()).toBe(false));

it("shows a change at once, saves it behind, and says what was done", async () => {
  const log: string[] = [];
  const onSaved = vi.fn();
  const stack = new UndoStack(onSaved);
  stack.apply(change(log, "a"));
  expect([log, stack.get(), stack.isSaving()]).toEqual([["show a"], { kind: "done", text: "did a" }, true]);
  await saved(stack);
  expect(log).toEqual(["show a", "save a"]);
  expect(onSaved).toHaveBeenCalledTimes(1);
  stack.dismiss();
  expect(stack.get()).toBeNull();
});

it("saves in the order of doing, and takes back from the last", async () => {
  const log: string[] = [];
  const stack = new UndoStack();
  for (const name of ["a", "b"]) stack.apply(change(log, name));
  stack.undo();
  stack.undo();
  stack.undo();
  expect(stack.get()).toEqual({ kind: "undone", text: "did a" });
  await saved(stack);
  expect(log.filter((one) => /save|revert/.test(one))).toEqual(["save a", "save b", "revert b", "revert a"]);
  expect(log.filter((one) => /show|hide/.test(one))).toEqual(["show a", "show b", "hide b", "hide a"]);
});

it("hides what could not be saved, says why, and does not offer to take it back", async () => {
  const log: string[] = [];
  const stack = new UndoStack();
  stack.apply(change(log, "a"));
  stack.apply(change(log, "b", { save: refused }));
  await saved(stack);
  expect([log.at(-1), stack.get()]).toEqual(["hide b", { kind: "failed", text: "no right" }]);
  stack.undo();
  await saved(stack);
  expect(log.slice(-2)).toEqual(["hide a", "revert a"]);
});

it("asks the server to take back only what it has", async () => {
  const log: string[] = [];
  const stack = new UndoStack();
  stack.apply(change(log, "a", { save: refused }));
  stack.undo();
  await saved(stack);
  expect(log).not.toContain("revert a");
});

it("shows again what could not be taken back; it can be tried again", async () => {
  const log: string[] = [];
  const stack = new UndoStack();
  stack.apply(change(log, "a", { revert: refused }));
  stack.undo();
  await saved(stack);
  expect([log.at(-1), stack.get()?.kind]).toEqual(["show a", "failed"]);
  stack.undo();
  await saved(stack);
  expect(log.filter((one) => one === "revert a")).toHaveLength(2);
});

it("goes on after an answer that never came", async () => {
  const log: string[] = [];
  const stack = new UndoStack();
  stack.apply({ ...change(log, "a"), save: () => Promise.reject(new Error("offline")) });
  stack.apply(change(log, "b"));
  await saved(stack);
  expect(log).toEqual(["show a", "show b", "hide a", "save b"]);
});

it("keeps the last fifty", async () => {
  const log: string[] = [];
  const stack = new UndoStack();
  for (let number = 0; number < 60; number++) stack.apply(change(log, String(number)));
  for (let number = 0; number < 60; number++) stack.undo();
  await saved(stack);
  expect(log.filter((one) => one.startsWith("revert"))).toHaveLength(50);
});
