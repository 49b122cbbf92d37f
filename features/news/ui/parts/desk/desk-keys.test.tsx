import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { dispatch, keyNames } from "@/components/keyboard/keymap";
import { KeysList } from "@/components/keyboard/keys-list";
import { readingKeys } from "@/features/agreement/keys";
import { triageKeys } from "@/features/inbox/keys";
import { answerKeys } from "@/features/suggestions/keys";
import agreement from "@/messages/en/agreement.json";
import news from "@/messages/en/news.json";
import suggestions from "@/messages/en/suggestions.json";
import { Desk } from "./desk";
import { deskKeys } from "./desk-keys";

const nothing = () => {};
const answered = async () => ({ ok: true as const, data: { batchId: "" } });
const theses = Array.from({ length: 9 }, (_, index) => ({
  id: `t${index}`,
  slug: `t${index}`,
  name: "",
  colorIndex: 0,
}));

function deskOf(canTag: boolean, single: boolean): Desk {
  const desk = new Desk(
    { order: () => ["a", "b"], focus: nothing, isFocusLost: () => false, find: () => null },
    {
      theses,
      canTag,
      only: single ? "a" : null,
      door: {
        put: answered,
        remove: answered,
        many: answered,
        undoBatch: answered,
        confirm: answered,
        takeOff: answered,
      },
      words: { put: () => "", removed: () => "", confirmed: () => "", rejected: () => "" },
      turn: nothing,
      onSaved: nothing,
    },
  );
  for (const id of ["a", "b"]) desk.enter({ id, title: "", served: [] });
  desk.hold("a");
  return desk;
}
const { title: _title, example: _example, ...labels } = news.reading.keys;
const keysOf = (canTag: boolean, single: boolean) =>
  deskKeys(deskOf(canTag, single), { canTag, single }, (id) => labels[id]);
describe.each([
  [true, false],
  [true, true],
  [false, false],
  [false, true],
])("the help (may tag: %s, an item's page: %s)", (canTag, single) => {
  const keymap = keysOf(canTag, single);
  const help = renderToStaticMarkup(<KeysList keymap={keymap} />);

  it("lists every row with its keys and its words", () => {
    for (const { label, keys } of keymap) {
      expect(label).toMatch(/\w/);
      expect(help).toContain(label.replaceAll("'", "&#x27;"));
      for (const name of keyNames(keys)) expect(help).toContain(`>${name}</kbd>`);
    }
    expect(new Set(keymap.map(({ id }) => id)).size).toBe(keymap.length);
  });
});

it("has words for nothing that no key does", () => {
  const ids = (keymap: readonly { id: string }[]) => keymap.map(({ id }) => id).sort();
  const all = [keysOf(true, false), keysOf(false, true)].flat();
  expect([...new Set(ids(all))]).toEqual(Object.keys(labels).sort());

  const run = { dismiss: nothing, snooze: nothing, snoozeWeek: nothing, assignMe: nothing, assign: nothing };
  const triage = triageKeys(run, { label: (id) => news.inbox.triage.keys[id], bar: {} });
  expect(ids(triage)).toEqual(Object.keys(news.inbox.triage.keys).sort());

  const answers = answerKeys(
    () => null,
    (id) => suggestions.chips.keys[id],
  );
  expect(ids(answers)).toEqual(Object.keys(suggestions.chips.keys).sort());

  const reading = {
    draft: { tags: [], current: null },
    theses: [],
    setDraft: nothing,
    save: nothing,
    back: nothing,
  };
  expect(ids(readingKeys(reading, (id) => agreement.read.keys[id]))).toEqual(
    Object.keys(agreement.read.keys).sort(),
  );
});

it("gives no key of another feature two meanings at once", () => {
  const run = { dismiss: nothing, snooze: nothing, snoozeWeek: nothing, assignMe: nothing, assign: nothing };
  const added = [
    ...triageKeys(run, { label: (id) => id, bar: {} }),
    ...answerKeys(
      () => null,
      (id) => id,
    ),
  ];
  const desk = deskOf(true, false);
  const own = deskKeys(desk, { canTag: true, single: false }, (id) => labels[id]);
  // With nothing being typed, the desk leaves these to whoever added them.
  for (const key of added.flatMap(({ keys }) => keys)) expect(dispatch(own, key), key).toBe(false);
});
