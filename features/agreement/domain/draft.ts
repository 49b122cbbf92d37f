import type { Stance } from "@/features/tags/schema";

export type DraftTag = { thesisId: string; stance: Stance; strength: number };

/** What the reader has chosen so far; stance and strength keys are about `current`, the thesis chosen last. */
export type Draft = { tags: readonly DraftTag[]; current: string | null };

/** Chooses a thesis; chooses it again when another was current, and takes it off when it is. */
export function chooseThesis({ tags, current }: Draft, thesisId: string): Draft {
  if (!tags.some((tag) => tag.thesisId === thesisId))
    return { tags: [...tags, { thesisId, stance: "neutral", strength: 1 }], current: thesisId };
  if (current !== thesisId) return { tags, current: thesisId };
  return { tags: tags.filter((tag) => tag.thesisId !== thesisId), current: null };
}

/** The draft with this tag as it is given here. */
export function change({ tags }: Draft, changed: DraftTag): Draft {
  return {
    tags: tags.map((tag) => (tag.thesisId === changed.thesisId ? changed : tag)),
    current: changed.thesisId,
  };
}
