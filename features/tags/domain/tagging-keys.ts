import type { Stance } from "@/features/tags/schema";

/** A tag being typed: first which thesis, then which stance, then how strong. */
export type Draft = { thesis: string | null; stance: Stance | null };
export type TagChoice = { thesis: string; stance: Stance; strength: number };

export type Pressed =
  /** The draft goes on, or (null) is given up. */
  { do: "draft"; draft: Draft | null } | { do: "put"; choice: TagChoice } | { do: "remove"; thesis: string };

type Situation = {
  draft: Draft | null;
  /** Ids of the theses the digits stand for, 1 first. */
  theses: readonly string[];
  /** Ids of the theses the item has. */
  tagged: readonly string[];
  last: TagChoice | null;
  /** The tag of the item that was put last, which + − 0 and s change. */
  recent?: TagChoice | null;
};

const stanceKeys: Record<string, Stance> = { f: "for", a: "against", n: "neutral" };
const stanceSigns: Record<string, Stance> = { "+": "for", "=": "for", "-": "against", "0": "neutral" };

/**
 * What a key means for the tagging of the item in hand; null when nothing. A digit names a thesis, f/a/n its stance,
 * 1–3 its strength and done; `t` opens without a thesis, `.` repeats the last tag, `x` takes the thesis off, Escape gives up.
 * With nothing being typed, + − 0 change the stance of the item's latest tag and `s` its strength. (= is + without Shift.)
 */
export function pressTagKey(key: string, situation: Situation): Pressed | null {
  const { draft, theses, tagged, last, recent } = situation;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  if (draft === null) {
    if (pressed === "t") return { do: "draft", draft: { thesis: null, stance: null } };
    if (pressed === "." && last) return { do: "put", choice: last };
    const sign = stanceSigns[pressed];
    if (recent && sign) return { do: "put", choice: { ...recent, stance: sign } };
    if (recent && pressed === "s")
      return { do: "put", choice: { ...recent, strength: (recent.strength % 3) + 1 } };
    return chooseThesis(pressed, theses);
  }
  if (pressed === "Escape") return { do: "draft", draft: null };
  if (draft.thesis === null) return chooseThesis(pressed, theses);
  if (pressed === "x")
    return tagged.includes(draft.thesis)
      ? { do: "remove", thesis: draft.thesis }
      : { do: "draft", draft: null };
  const stance = stanceKeys[pressed] ?? stanceSigns[pressed];
  if (stance) return { do: "draft", draft: { ...draft, stance } };
  if (draft.stance !== null && /^[123]$/.test(pressed)) {
    return { do: "put", choice: { thesis: draft.thesis, stance: draft.stance, strength: Number(pressed) } };
  }
  return draft.stance === null ? chooseThesis(pressed, theses) : null;
}

function chooseThesis(key: string, theses: readonly string[]): Pressed | null {
  const thesis = /^[1-9]$/.test(key) ? theses[Number(key) - 1] : undefined;
  return thesis === undefined ? null : { do: "draft", draft: { thesis, stance: null } };
}
