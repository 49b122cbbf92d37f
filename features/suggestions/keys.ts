import type { Binding } from "@/components/keyboard/keymap";

export type AnswerKeyId = "accept" | "reject";
const keys = { accept: ["y"], reject: ["n"] } as const;

/** Keys that answer the first suggestion of the item in hand; `find` looks for its buttons there. */
export function answerKeys(
  find: (selector: string) => Pick<HTMLElement, "click"> | null,
  label: (id: AnswerKeyId) => string,
): Binding[] {
  const on = (id: AnswerKeyId): Binding => ({
    id,
    label: label(id),
    keys: keys[id],
    when: () => find(`[data-answer=${id}]`) !== null,
    run: () => find(`[data-answer=${id}]`)?.click(),
  });
  return [on("accept"), on("reject")];
}
