import type { Binding } from "@/components/keyboard/keymap";
import { stanceOf, stanceSigns, thesisDigits } from "@/features/tags/keys";
import { change, chooseThesis, type Draft } from "./domain/draft";

export type ReadingKeyId = "choose" | "stance" | "strength" | "save" | "previous";

type Reading = {
  draft: Draft;
  /** Ids of the theses the digits stand for, 1 first. */
  theses: readonly string[];
  setDraft(draft: Draft): void;
  save(): void;
  back(): void;
};

/** Reading blind by keyboard: digits choose, signs and s say more of the thesis chosen last. */
export function readingKeys(
  { draft, theses, setDraft, save, back }: Reading,
  label: (id: ReadingKeyId) => string,
): Binding[] {
  const current = draft.tags.find((tag) => tag.thesisId === draft.current);
  const on = (id: ReadingKeyId, keys: readonly string[], what: Pick<Binding, "when" | "run">): Binding => ({
    id,
    label: label(id),
    keys,
    ...what,
  });
  const thesisOf = (key: string) => theses[Number(key) - 1];
  return [
    on("choose", thesisDigits, {
      when: (key) => thesisOf(key) !== undefined,
      run: (key) => {
        const thesis = thesisOf(key);
        if (thesis !== undefined) setDraft(chooseThesis(draft, thesis));
      },
    }),
    on("stance", stanceSigns, {
      when: () => current !== undefined,
      run: (key) => {
        const stance = stanceOf(key);
        if (current && stance) setDraft(change(draft, { ...current, stance }));
      },
    }),
    on("strength", ["s"], {
      when: () => current !== undefined,
      run: () => current && setDraft(change(draft, { ...current, strength: (current.strength % 3) + 1 })),
    }),
    on("save", ["n"], { run: save }),
    on("previous", ["p"], { run: back }),
  ];
}
