import { describe, expect, it } from "vitest";
import { dispatch } from "@/components/keyboard/keymap";
import { type Draft, type Situation, type TagChoice, taggingKeys } from "./keys";

/** What these keys do to an item, one after the other; "nothing" where a key means nothing. */
function type(keys: string, given: Partial<Situation> = {}): unknown {
  let draft: Draft | null = null;
  let done: unknown = "nothing";
  const keymap = taggingKeys(
    {
      situation: () => ({
        theses: ["t1", "t2", "t3"],
        tagged: [],
        last: null,
        recent: null,
        ...given,
        draft,
      }),
      setDraft: (next) => {
        draft = next;
        done = next;
      },
      put: (choice) => {
        done = choice;
      },
      putAndGoOn: (choice) => {
        done = { ...choice, goOn: true };
      },
      remove: (thesis) => {
        done = `${thesis} off`;
      },
    },
    (id) => id,
  );
  for (const key of keys.split(" ")) if (!dispatch(keymap, key)) return "nothing";
  return done;
}
const tag = (thesis: string, stance: TagChoice["stance"], strength: number): TagChoice => ({
  thesis,
  stance,
  strength,
});

describe("tagging by keys", () => {
  it("takes one key each for thesis, stance and strength", () => {
    expect(type("2 f 3")).toEqual(tag("t2", "for", 3));
    expect(type("t 1 A 1")).toEqual(tag("t1", "against", 1));
    expect(type("1 3 n 2")).toEqual(tag("t3", "neutral", 2));
    expect(type("1 f a 2")).toEqual(tag("t1", "against", 2));
  });

  it("repeats, takes off and gives up", () => {
    const last: TagChoice = { thesis: "t3", stance: "for", strength: 2 };
    expect(type(".", { last })).toEqual(last);
    expect(type(".")).toBe("nothing");
    expect(type("2 x", { tagged: ["t2"] })).toBe("t2 off");
    expect(type("2 x")).toBeNull();
    expect(type("2 f Escape")).toBeNull();
  });

  it("takes signs for stances, and changes the latest tag when nothing is being typed", () => {
    expect(type("2 + 3")).toEqual(tag("t2", "for", 3));
    expect(type("1 - 1")).toEqual(tag("t1", "against", 1));
    const recent: TagChoice = { thesis: "t3", stance: "for", strength: 3 };
    expect(type("-", { recent })).toEqual(tag("t3", "against", 3));
    expect(type("0", { recent })).toEqual(tag("t3", "neutral", 3));
    expect(type("s", { recent })).toEqual(tag("t3", "for", 1));
    for (const key of ["+", "-", "0", "s"]) expect(type(key), key).toBe("nothing");
  });

  it("puts what was typed so far as clear, or the last tag, and goes on", () => {
    const goOn = (choice: TagChoice) => ({ ...choice, goOn: true });
    expect(type("2 f Enter")).toEqual(goOn(tag("t2", "for", 2)));
    expect(type("2 Enter")).toEqual(goOn(tag("t2", "neutral", 2)));
    expect(type(",", { last: tag("t3", "against", 3) })).toEqual(goOn(tag("t3", "against", 3)));
    for (const key of ["t Enter", ","]) expect(type(key), key).not.toMatchObject({ goOn: true });
  });

  it("leaves other keys to others", () => {
    for (const key of ["j", "4", "f", "Enter", "Escape"]) expect(type(key), key).toBe("nothing");
    expect(type("1 f 9")).toBe("nothing");
    expect(type("t f")).toBe("nothing");
  });

  it("means nothing with nothing in hand", () => {
    const keymap = taggingKeys(
      { situation: () => null, setDraft: () => {}, put: () => {}, putAndGoOn: () => {}, remove: () => {} },
      (id) => id,
    );
    for (const { keys } of keymap) for (const key of keys) expect(dispatch(keymap, key), key).toBe(false);
  });
});
