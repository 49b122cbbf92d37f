import { beforeEach, describe, expect, it, vi } from "vitest";
import { dispatch } from "@/components/keyboard/keymap";
import type { Saved } from "@/components/keyboard/undo-stack";
import { Desk } from "./desk";
import { deskKeys } from "./desk-keys";
import type { DeskOptions } from "./desk-state";
import type { TagDoor } from "./tag-changes";
import { type ShownTag, TagMemory } from "./tag-memory";

const theses = ["moe", "agents"].map((slug, index) => ({
  id: `id-${slug}`,
  slug,
  name: slug,
  colorIndex: index,
}));
const tag = (
  slug: string,
  stance: ShownTag["stance"],
  strength = 1,
  note: string | null = null,
): ShownTag => ({
  thesis: slug,
  thesisId: `id-${slug}`,
  stance,
  strength,
  note,
  origin: "person",
  by: "",
});

let order: string[];
let clicked: string[];
let sent: string[];
let answer: Saved;
let desk: Desk;

const door: TagDoor = {
  put: async (id, thesis, { stance, strength, note }) => {
    sent.push(`put ${id} ${thesis} ${stance} ${strength}${note ? `: ${note}` : ""}`);
    return answer;
  },
  remove: async (id, thesis) => {
    sent.push(`remove ${id} ${thesis}`);
    return answer;
  },
  many: async (ids, thesis, said) => {
    sent.push(`many ${ids.join("")} ${thesis} ${said ? `${said.stance} ${said.strength}` : "off"}`);
    return answer.ok ? { ok: true, data: { batchId: "b1" } } : answer;
  },
  confirm: async (ids) => {
    sent.push(`confirm ${ids.join("")}`);
    return answer.ok ? { ok: true, data: { batchId: "b2" } } : answer;
  },
  takeOff: async (id, theses) => {
    sent.push(`take off ${id} ${theses.join(" ")}`);
    return answer.ok ? { ok: true, data: { batchId: "b3" } } : answer;
  },
  undoBatch: async (id) => {
    sent.push(`undo ${id}`);
    return answer;
  },
};
const options = (more: Partial<DeskOptions> = {}): DeskOptions => ({
  theses,
  canTag: true,
  only: null,
  door,
  words: {
    put: ({ thesis, stance }, rows) => `${thesis} ${stance} on ${rows.length}`,
    removed: (thesis, rows) => `${thesis} off ${rows.length}`,
    confirmed: (rows) => `confirmed ${rows.length}`,
    rejected: (rows) => `rejected ${rows.length}`,
  },
  turn: () => {},
  onSaved: () => {},
  ...more,
});

/** A desk over these rows; the browser's focus is played by the list. */
function open(
  rows: Record<string, readonly ShownTag[]>,
  more: Partial<DeskOptions> = {},
  memory = new TagMemory(),
) {
  order = Object.keys(rows);
  const made: Desk = new Desk(
    {
      order: () => order,
      focus: (id) => made.hold(id),
      isFocusLost: () => true,
      find: (id, selector) => ({ click: () => void clicked.push(`${id} ${selector}`) }),
    },
    options(more),
    memory,
  );
  for (const [id, served] of Object.entries(rows)) made.enter({ id, title: `Item ${id}`, served });
  desk = made;
  return made;
}
const press = (keys: string) => {
  const keymap = deskKeys(desk, { canTag: true, single: false }, (id) => id);
  return keys.split(" ").map((key) => dispatch(keymap, key));
};
const shown = (id: string, served: readonly ShownTag[] = []) =>
  desk.tags.current({ id, served }).map(({ thesis, stance, strength }) => `${thesis} ${stance} ${strength}`);
const selected = () => [...desk.get().selection.ids].sort().join("");
const saved = () => vi.waitFor(() => expect(desk.changes.isSaving()).toBe(false));

beforeEach(() => {
  [clicked, sent, answer] = [[], [], { ok: true }];
  open({ a: [], b: [], c: [], d: [] });
});

describe("reading by keyboard", () => {
  it("goes down and up, by letters and by arrows, and no further than the ends", () => {
    press("j");
    expect(desk.row()?.id).toBe("a");
    press("ArrowDown j");
    expect(desk.row()?.id).toBe("c");
    press("j j k ArrowUp");
    expect(desk.row()?.id).toBe("b");
  });

  it("opens the item in hand and its source, and previews it along the way", () => {
    press("j o v p j");
    expect(clicked).toEqual(["a [data-row-link]", "a [data-row-source]"]);
    expect(desk.get().preview).toBe("b");
    press("Escape");
    expect(desk.get().preview).toBeNull();
  });

  it("leaves keys alone that mean nothing: nothing in hand, nothing typed, no right", () => {
    expect(press("f 1 Escape Enter")).toEqual([false, false, false, false]);
    open({ a: [] }, { canTag: false });
    desk.hold("a");
    const keymap = deskKeys(desk, { canTag: false, single: false }, (id) => id);
    expect(["1", "x", "u", "e", "c"].map((key) => dispatch(keymap, key))).toEqual(Array(5).fill(false));
  });
});

describe("tagging", () => {
  it("puts a tag on the item in hand by three keys, shown at once and saved behind", async () => {
    press("j 2 f");
    expect(desk.get().draft).toEqual({ target: "a", draft: { thesis: "id-agents", stance: "for" } });
    press("3");
    expect([desk.get().draft, shown("a"), desk.changes.get()?.text]).toEqual([
      null,
      ["agents for 3"],
      "id-agents for on 1",
    ]);
    await saved();
    expect(sent).toEqual(["put a id-agents for 3"]);
  });

  it("repeats the last tag, changes it by signs, and takes it off", async () => {
    press("j 1 + 2 j . - s 1 x");
    await saved();
    expect(sent).toEqual([
      "put a id-moe for 2",
      "put b id-moe for 2",
      "put b id-moe against 2",
      "put b id-moe against 3",
      "remove b id-moe",
    ]);
    expect([shown("a"), shown("b")]).toEqual([["moe for 2"], []]);
  });

  it("gives up the tag being typed when one goes on", () => {
    press("j 1 j");
    expect(desk.get().draft).toBeNull();
  });

  it("is taken back in turn: what stood before stands again, with its note", async () => {
    const served = [tag("moe", "for", 2, "why")];
    open({ a: served });
    desk.hold("a");
    press("- 2 n 1 u u");
    await saved();
    expect(sent).toEqual([
      "put a id-moe against 2: why",
      "put a id-agents neutral 1",
      "remove a id-agents",
      "put a id-moe for 2: why",
    ]);
    expect(shown("a", served)).toEqual(["moe for 2"]);
  });

  it("disappears when it could not be saved", async () => {
    answer = { ok: false, error: { message: "no right" } };
    press("j 1 f 1");
    expect(shown("a")).toEqual(["moe for 1"]);
    await saved();
    expect([shown("a"), desk.changes.get()]).toEqual([[], { kind: "failed", text: "no right" }]);
  });

  it("says why: the note is kept by the item only when it was saved", async () => {
    press("j 1 f 1");
    await saved();
    const row = desk.row();
    const recent = row && desk.recentTag(row);
    if (!row || !recent) throw new Error("nothing was tagged");
    answer = { ok: false, error: { message: "no right" } };
    await desk.saveNote(row, recent, "so");
    expect(desk.recentTag(row)?.note).toBeNull();
    answer = { ok: true };
    await desk.saveNote(row, recent, "so");
    expect(desk.recentTag(row)?.note).toBe("so");
  });
});

describe("a selection", () => {
  it("is made by x, by range and of all, and given up by Escape before the preview is", () => {
    press("j x j j X");
    expect(selected()).toBe("abc");
    press("x");
    expect(selected()).toBe("ab");
    press("p Escape");
    expect([selected(), desk.get().preview]).toEqual(["", "c"]);
    press("*");
    expect(selected()).toBe("abcd");
  });

  it("is what keys are about, wherever one is, as one batch that is taken back as one", async () => {
    press("j x j x j 1 f 2");
    await saved();
    expect(sent).toEqual(["many ab id-moe for 2"]);
    expect(["a", "b", "c"].map((id) => shown(id))).toEqual([["moe for 2"], ["moe for 2"], []]);
    press("u");
    await saved();
    expect(sent.at(-1)).toBe("undo b1");
    expect(["a", "b"].map((id) => shown(id))).toEqual([[], []]);
  });

  it("leaves a row alone that is named and not selected", async () => {
    press("j x");
    desk.startTag("c");
    desk.put({ thesis: "id-moe", stance: "for", strength: 1 }, "c");
    await saved();
    expect(sent).toEqual(["put c id-moe for 1"]);
  });

  it("takes a thesis only off those that have it", async () => {
    open({ a: [tag("moe", "for")], b: [], c: [tag("moe", "against")] });
    press("* 1 x");
    await saved();
    expect(sent).toEqual(["many ac id-moe off"]);
  });

  it("does not reach over pages: rows that leave are selected no more", () => {
    press("*");
    for (const id of ["a", "b"]) desk.leave(id);
    order = ["c", "d", "e"];
    desk.enter({ id: "e", title: "Item e", served: [] });
    expect(desk.targets().map(({ id }) => id)).toEqual(["c", "d"]);
    for (const id of ["c", "d"]) desk.leave(id);
    expect(selected()).toBe("");
    desk.hold("e");
    expect(desk.targets().map(({ id }) => id)).toEqual(["e"]);
  });
});

describe("going on", () => {
  it("puts a tag as typed so far and takes the next row; from the last the one before", async () => {
    desk.hold("c");
    press("1 f Enter");
    expect(desk.row()?.id).toBe("d");
    press(",");
    expect(desk.row()?.id).toBe("c");
    await saved();
    expect(sent).toEqual(["put c id-moe for 2", "put d id-moe for 2"]);
  });

  it("holds nothing after the only row", () => {
    order = ["a"];
    desk.hold("a");
    desk.goOn();
    expect(desk.row()).toBeNull();
  });

  it("takes the next when the row in hand leaves the page", () => {
    desk.hold("b");
    desk.leave("b");
    expect(desk.row()?.id).toBe("c");
    desk.hold("d");
    desk.leave("d");
    expect(desk.row()?.id).toBe("c");
  });
});

describe("what rules tagged", () => {
  const proposed: ShownTag = { ...tag("moe", "for", 2, "MoE"), origin: "rule", by: "MoE releases" };
  const origins = (id: string) => desk.tags.current({ id, served: [proposed] }).map(({ origin }) => origin);
  beforeEach(() => {
    open({ a: [proposed], b: [proposed], c: [] });
    desk.hold("a");
  });

  it("is confirmed in one step, which goes on and is taken back to the rule's own", async () => {
    desk.confirm("a");
    expect([origins("a"), desk.row()?.id, desk.changes.get()?.text]).toEqual([
      ["person"],
      "b",
      "confirmed 1",
    ]);
    press("u");
    expect(origins("a")).toEqual(["rule"]);
    await saved();
    expect(sent).toEqual(["confirm a", "undo b2"]);
  });

  it("is confirmed of all that are selected and have it", async () => {
    press("*");
    desk.confirm("a");
    await saved();
    expect(sent).toEqual(["confirm ab"]);
  });

  it("is taken off", async () => {
    desk.reject("a");
    expect(origins("a")).toEqual([]);
    press("u");
    await saved();
    expect(sent).toEqual(["take off a id-moe", "undo b3"]);
  });

  it("is corrected in a step that gives back the rule's own, not a person's", async () => {
    press("1 a 3");
    expect([shown("a", [proposed]), origins("a")]).toEqual([["moe against 3"], ["person"]]);
    press("u");
    await saved();
    expect(sent).toEqual(["many a id-moe against 3", "undo b1"]);
    expect(origins("a")).toEqual(["rule"]);
  });
});

describe("an item's own page", () => {
  it("is about the one item, and tells the page when something was saved", async () => {
    const onSaved = vi.fn();
    const turn = vi.fn();
    open({ a: [] }, { only: "a", onSaved, turn });
    const keymap = deskKeys(desk, { canTag: true, single: true }, (id) => id);
    for (const key of ["1", "f", "1"]) expect(dispatch(keymap, key)).toBe(true);
    for (const key of ["x", "p", "c"]) expect(dispatch(keymap, key)).toBe(false);
    for (const key of ["j", "k"]) expect(dispatch(keymap, key)).toBe(true);
    expect(turn.mock.calls).toEqual([[1], [-1]]);
    await saved();
    expect([sent, onSaved.mock.calls.length]).toEqual([["put a id-moe for 1"], 1]);
  });
});

describe("what other features add", () => {
  it("comes after the desk's own keys and goes when they go", () => {
    const keymap = [{ id: "more", label: "", keys: ["n"], run: () => {} }];
    const takeAway = desk.addKeys(keymap);
    expect(desk.get().added).toEqual([keymap]);
    takeAway();
    expect(desk.get().added).toEqual([]);
  });
});

it("outlives the page: the list as it was written before shows what was changed since", () => {
  const [memory, before] = [new TagMemory(), [tag("moe", "for")]];
  open({ a: before }, {}, memory);
  desk.hold("a");
  press("-");
  open({ a: before }, {}, memory);
  expect(shown("a", before)).toEqual(["moe against 1"]);
});
