"use client";

import { Store } from "@/components/state/store";

export type Saved = { ok: true } | { ok: false; error: { message: string } };

/** Something done that is shown at once, saved behind it, and can be taken back. */
export type Change = {
  /** What was done, in words. */
  text: string;
  show(): void;
  hide(): void;
  save(): Promise<Saved>;
  revert(): Promise<Saved>;
};

/** What there is to say: a change that was made or taken back, or why one could not be saved. */
export type Toast = { kind: "done" | "undone" | "failed"; text: string };

type Entry = { change: Change; lost: boolean };

/** So many can be taken back. */
const maxKept = 50;
const unreachable = (): Saved => ({ ok: false, error: { message: "" } });

/**
 * Changes in the order they were made, saved one after the other. One that cannot be saved disappears from the screen with a
 * word; one whose undoing cannot be saved stands again.
 */
export class UndoStack extends Store<Toast | null> {
  private done: readonly Entry[] = [];
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly onSaved: () => void = () => {}) {
    super(null);
  }

  /** Something is still on its way to the server. */
  readonly isSaving = () => this.waiting > 0;
  readonly dismiss = () => this.set(null);

  readonly apply = (change: Change) => {
    const entry: Entry = { change, lost: false };
    this.done = [...this.done, entry].slice(-maxKept);
    change.show();
    this.set({ kind: "done", text: change.text });
    this.send(change.save, () => {
      entry.lost = true;
      this.done = this.done.filter((one) => one !== entry);
      change.hide();
    });
  };

  readonly undo = () => {
    const entry = this.done.at(-1);
    if (!entry) return;
    const { change } = entry;
    this.done = this.done.slice(0, -1);
    change.hide();
    this.set({ kind: "undone", text: change.text });
    // What was never saved needs no taking back.
    this.send(
      async () => (entry.lost ? { ok: true } : change.revert()),
      () => {
        this.done = [...this.done, entry];
        change.show();
      },
    );
  };

  private send(save: () => Promise<Saved>, onFailure: () => void): void {
    this.waiting += 1;
    this.queue = this.queue
      .then(save)
      .catch(unreachable)
      .then((result) => {
        this.waiting -= 1;
        if (result.ok) return this.onSaved();
        onFailure();
        this.set({ kind: "failed", text: result.error.message });
      });
  }
}
