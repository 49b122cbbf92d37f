import { parseHTML } from "linkedom";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isForOthers } from "./keyboard-guard";
import { ariaKeys, type Binding, dispatch, keyNames, keyOf } from "./keymap";

const press = {
  key: "j",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: null,
};

/** What these keys run in a keymap of rows that write down their names. */
function run(
  rows: readonly (Pick<Binding, "id" | "keys"> & Partial<Binding>)[],
  ...typed: string[]
): string[] {
  const ran: string[] = [];
  const keymap = rows.map((row) => ({
    label: "",
    run: (key: string) => void ran.push(`${row.id} ${key}`),
    ...row,
  }));
  for (const key of typed) if (!dispatch(keymap, key)) ran.push("nothing");
  return ran;
}

describe("a keymap", () => {
  it("runs the first row that means the key now", () => {
    let typing = true;
    const rows = [
      { id: "off", keys: ["x"], when: () => typing },
      { id: "select", keys: ["x"] },
    ];
    expect(run(rows, "x")).toEqual(["off x"]);
    typing = false;
    expect(run(rows, "x", "y")).toEqual(["select x", "nothing"]);
  });

  it("tells a row which of its keys it was", () => {
    const rows = [{ id: "digit", keys: ["1", "2"], when: (key: string) => key !== "2" }];
    expect(run(rows, "1", "2")).toEqual(["digit 1", "nothing"]);
  });

  it("takes a capital for its small letter unless a row names the capital", () => {
    const rows = [
      { id: "one", keys: ["x"] },
      { id: "range", keys: ["X"] },
      { id: "next", keys: ["j"] },
      { id: "up", keys: ["ArrowUp"] },
    ];
    expect(run(rows, "x", "X", "J", "ArrowUp")).toEqual(["one x", "range X", "next j", "up ArrowUp"]);
  });

  it("writes keys as the browser gives them, and Ctrl and ⌘ alike", () => {
    expect(keyOf({ ...press, key: "=" })).toBe("+");
    expect(keyOf({ ...press, key: "−" })).toBe("-");
    expect(keyOf({ ...press, key: "K", metaKey: true })).toBe("mod+k");
    expect(run([{ id: "next", keys: ["j"] }], keyOf({ ...press, ctrlKey: true }))).toEqual(["nothing"]);
  });

  it("names keys to readers and to screen readers", () => {
    expect(keyNames(["j", "ArrowDown", "X", "-", "Escape"])).toEqual(["J", "↓", "⇧X", "−", "Esc"]);
    expect(keyNames(["1", "2", "3", "4", "5"])).toEqual(["1", "–", "5"]);
    expect(keyNames(["1", "2", "3"])).toEqual(["1", "2", "3"]);
    expect(keyNames(["mod+k"])).toEqual(["Ctrl", "K"]);
    expect(ariaKeys(["j", "ArrowDown"])).toBe("j ArrowDown");
    expect(ariaKeys(["X", "+", "mod+k"])).toBe("Shift+X Plus Control+K Meta+K");
  });
});

describe("the guard", () => {
  afterEach(() => vi.unstubAllGlobals());
  /** Whether j is for others when it is pressed at `#here` of this page. */
  const at = (html: string, more = {}) => {
    const { document, Element } = parseHTML(`<html><body>${html}</body></html>`);
    vi.stubGlobal("Element", Element);
    return isForOthers({ ...press, target: document.querySelector("#here"), ...more });
  };

  it.each([
    ["a link", `<a id="here" href="/">A row</a>`],
    ["a button", `<button id="here">Tag</button>`],
    ["a checkbox", `<input id="here" type="checkbox">`],
    ["what is not edited", `<div contenteditable="false"><b id="here">Said</b></div>`],
  ])("leaves us the keys at %s", (_, html) => expect(at(html)).toBe(false));

  it.each([
    ["a field", `<input id="here">`],
    ["a radio button", `<input id="here" type="radio">`],
    ["a text area", `<textarea id="here"></textarea>`],
    ["a menu of the browser", `<select id="here"></select>`],
    ["edited text", `<div contenteditable><b id="here">Said</b></div>`],
    ["an option", `<ul role="listbox"><li id="here" role="option">One</li></ul>`],
    ["a menu", `<div role="menu"><button id="here" role="menuitem">Move</button></div>`],
    ["a dialog", `<div role="dialog"><button id="here">Close</button></div>`],
    [
      "the page behind an open dialog",
      `<a id="here" href="/">A row</a><section role="alertdialog">Why?</section>`,
    ],
  ])("gives others the keys at %s", (_, html) => expect(at(html)).toBe(true));

  it("stays silent while an input method composes, and where the key was handled", () => {
    expect(isForOthers({ ...press, isComposing: true })).toBe(true);
    expect(isForOthers({ ...press, key: "Process" })).toBe(true);
    expect(isForOthers({ ...press, altKey: true })).toBe(true);
    expect(isForOthers({ ...press, defaultPrevented: true })).toBe(true);
    expect(isForOthers(press)).toBe(false);
  });

  it("lets Ctrl and ⌘ through from where one writes", () => {
    expect(at(`<input id="here">`, { ctrlKey: true })).toBe(false);
  });
});
