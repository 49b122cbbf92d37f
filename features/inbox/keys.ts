import type { Binding } from "@/components/keyboard/keymap";

const keys = {
  dismiss: ["d"],
  snooze: ["z"],
  snoozeWeek: ["Z"],
  assignMe: ["i"],
  assign: ["w"],
} as const;
export type TriageKeyId = keyof typeof keys;

type Words = {
  label(id: TriageKeyId): string;
  /** Of those that have a button over a selection. */
  bar: Partial<Record<TriageKeyId, string>>;
};

/** The keys of triage; `run` says what each does with the items in hand. */
export function triageKeys(run: Record<TriageKeyId, () => void>, { label, bar }: Words): Binding[] {
  const on = (id: TriageKeyId): Binding => ({
    id,
    label: label(id),
    keys: keys[id],
    run: run[id],
    ...(bar[id] !== undefined && { bar: bar[id] }),
  });
  return [on("dismiss"), on("snooze"), on("snoozeWeek"), on("assignMe"), on("assign")];
}
