import type { Binding } from "@/components/keyboard/keymap";
import type { Stance } from "./schema";

/** A tag being typed: first which thesis, then which stance, then how strong. */
export type Draft = { thesis: string | null; stance: Stance | null };
export type TagChoice = { thesis: string; stance: Stance; strength: number };

/** What the keys are about now: an item, or several at once. */
export type Situation = {
  draft: Draft | null;
  /** Ids of the theses the digits stand for, 1 first. */
  theses: readonly string[];
  /** Ids of the theses it has. */
  tagged: readonly string[];
  /** The tag put last, anywhere. */
  last: TagChoice | null;
  /** Its own tag that was put last. */
  recent: TagChoice | null;
};

export type Tagging = {
  /** Null when nothing is in hand. */
  situation(): Situation | null;
  setDraft(draft: Draft | null): void;
  put(choice: TagChoice): void;
  /** …and goes on to the next item. */
  putAndGoOn(choice: TagChoice): void;
  remove(thesis: string): void;
};

/** The key of each stance while a tag is typed. */
export const stanceKey: Record<Stance, string> = { for: "f", against: "a", neutral: "n" };
/** The signs mean the same, and change a tag that stands. */
const stanceSign: Record<Stance, string> = { for: "+", against: "-", neutral: "0" };
export const stanceSigns = Object.values(stanceSign);
export const thesisDigits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

export function stanceOf(key: string): Stance | undefined {
  const stances = ["for", "against", "neutral"] as const;
  return stances.find((stance) => stanceKey[stance] === key || stanceSign[stance] === key);
}

type Pressed = { draft: Draft | null } | { put: TagChoice } | { putAndGoOn: TagChoice } | { remove: string };
type Row = {
  id: string;
  keys: readonly string[];
  /** Null when the key means something else now. */
  press(now: Situation, key: string): Pressed | null;
};

/** Of a tag that is put before it was said how strong it is: clear. */
const usualStrength = 2;

const rows = [
  {
    id: "thesis",
    keys: thesisDigits,
    press: ({ draft, theses }, key) => {
      const thesis = draft?.stance ? undefined : theses[Number(key) - 1];
      return thesis === undefined ? null : { draft: { thesis, stance: null } };
    },
  },
  {
    id: "stance",
    keys: [...Object.values(stanceKey), ...stanceSigns],
    press: ({ draft }, key) => {
      const stance = stanceOf(key);
      return draft?.thesis && stance ? { draft: { ...draft, stance } } : null;
    },
  },
  {
    id: "strength",
    keys: ["1", "2", "3"],
    press: ({ draft }, key) =>
      draft?.thesis && draft.stance
        ? { put: { thesis: draft.thesis, stance: draft.stance, strength: Number(key) } }
        : null,
  },
  {
    id: "finish",
    keys: ["Enter"],
    press: ({ draft }) =>
      draft?.thesis
        ? {
            putAndGoOn: {
              thesis: draft.thesis,
              stance: draft.stance ?? "neutral",
              strength: usualStrength,
            },
          }
        : null,
  },
  {
    id: "takeOff",
    keys: ["x"],
    press: ({ draft, tagged }) => {
      if (!draft?.thesis) return null;
      return tagged.includes(draft.thesis) ? { remove: draft.thesis } : { draft: null };
    },
  },
  { id: "cancel", keys: ["Escape"], press: ({ draft }) => (draft ? { draft: null } : null) },
  {
    id: "menu",
    keys: ["t"],
    press: ({ draft }) => (draft ? null : { draft: { thesis: null, stance: null } }),
  },
  { id: "repeat", keys: ["."], press: ({ draft, last }) => (draft || !last ? null : { put: last }) },
  {
    id: "repeatAndGoOn",
    keys: [","],
    press: ({ draft, last }) => (draft || !last ? null : { putAndGoOn: last }),
  },
  {
    id: "restance",
    keys: stanceSigns,
    press: ({ draft, recent }, key) => {
      const stance = stanceOf(key);
      return draft || !recent || !stance ? null : { put: { ...recent, stance } };
    },
  },
  {
    id: "restrength",
    keys: ["s"],
    press: ({ draft, recent }) =>
      draft || !recent ? null : { put: { ...recent, strength: (recent.strength % 3) + 1 } },
  },
] as const satisfies readonly Row[];

export type TaggingKeyId = (typeof rows)[number]["id"];

/** Tagging by keyboard: a digit names a thesis, a letter or sign its stance, 1–3 its strength and done. */
export function taggingKeys(tagging: Tagging, label: (id: TaggingKeyId) => string): Binding[] {
  const pressed = (row: Row, key: string) => {
    const now = tagging.situation();
    return now && row.press(now, key);
  };
  return rows.map((row) => ({
    id: row.id,
    label: label(row.id),
    keys: row.keys,
    when: (key) => pressed(row, key) !== null,
    run: (key) => {
      const what = pressed(row, key);
      if (!what) return;
      if ("put" in what) tagging.put(what.put);
      else if ("putAndGoOn" in what) tagging.putAndGoOn(what.putAndGoOn);
      else if ("remove" in what) tagging.remove(what.remove);
      else tagging.setDraft(what.draft);
    },
  }));
}
