"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Stance } from "@/features/tags/schema";
import type { Handled } from "./reading-store";

type Result = { ok: true } | { ok: false; error: { message: string } };

/** What a step did, for the notice: to one item by its title, or to several. */
export type Deed = { count: number; title: string } & (
  | { kind: "put"; thesis: string; stance: Stance; strength: number }
  | { kind: "removed"; thesis: string }
  | Handled
);

export type Step = {
  deed: Deed;
  /** Shows it at once; shows what was before. */
  show(): void;
  hide(): void;
  send(): Promise<Result>;
  takeBack(): Promise<Result>;
};
export type Said = { deed: Deed; undone: boolean } | { failed: string };

const maxKept = 50;
const lost = (): Result => ({ ok: false, error: { message: "" } });

/**
 * Steps that are shown at once and saved behind it, in their order; one that fails is taken back on screen with a word, and
 * the last ones can be undone. Leaving while something is unsaved asks first.
 */
export function useSteps(onSaved?: () => void) {
  const [said, say] = useState<Said | null>(null);
  const done = useRef<Step[]>([]);
  const waiting = useRef(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (waiting.current > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  const save = (send: () => Promise<Result>, otherwise: () => void) => {
    waiting.current += 1;
    queue.current = queue.current
      .then(send)
      .catch(lost)
      .then((result) => {
        waiting.current -= 1;
        if (result.ok) return onSaved?.();
        otherwise();
        say({ failed: result.error.message });
      });
  };

  return {
    said,
    hush: useCallback(() => say(null), []),
    make: (step: Step) => {
      done.current = [...done.current.slice(1 - maxKept), step];
      say({ deed: step.deed, undone: false });
      step.show();
      save(step.send, () => {
        step.hide();
        done.current = done.current.filter((one) => one !== step);
      });
    },
    undo: () => {
      const step = done.current.pop();
      if (!step) return;
      say({ deed: step.deed, undone: true });
      step.hide();
      save(step.takeBack, step.show);
    },
  };
}
