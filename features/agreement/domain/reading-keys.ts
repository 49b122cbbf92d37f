import type { Stance } from "@/features/tags/schema";

export type DraftTag = { thesisId: string; stance: Stance; strength: number };

/** What the reader has chosen so far; stance and strength keys are about `current`, the thesis chosen last. */
export type Draft = { tags: readonly DraftTag[]; current: string | null };

/** The keys that say a stance. A minus may be typed as the hyphen or as itself, a plus without Shift. */
const stanceKeys: Record<string, Stance> = {
  "+": "for",
  "=": "for",
  "-": "against",
  "−": "against",
  "0": "neutral",
};

/**
 * What a key makes of the draft, or null when it means nothing: 1–9 choose a thesis by its place, choose it again when another
 * was current, and take it off when it is; + − 0 set its stance, s goes round its strengths.
 */
export function pressReadingKey(key: string, draft: Draft, theses: readonly string[]): Draft | null {
  const thesis = /^[1-9]$/.test(key) ? theses[Number(key) - 1] : undefined;
  if (thesis !== undefined) return chooseThesis(draft, thesis);
  const current = draft.tags.find((tag) => tag.thesisId === draft.current);
  if (!current) return null;
  const stance = stanceKeys[key];
  if (stance) return change(draft, { ...current, stance });
  return key.toLowerCase() === "s"
    ? change(draft, { ...current, strength: (current.strength % 3) + 1 })
    : null;
}

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
