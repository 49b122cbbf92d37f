import type { Binding } from "@/components/keyboard/keymap";
import { type TaggingKeyId, taggingKeys } from "@/features/tags/keys";
import type { Desk } from "./desk";

type Where = {
  canTag: boolean;
  /** An item's own page, not a list. */
  single: boolean;
};

type DeskKeyId =
  | "next"
  | "previous"
  | "preview"
  | "open"
  | "source"
  | "select"
  | "selectRange"
  | "selectAll"
  | "clearSelection"
  | "closePreview"
  | "company"
  | "note"
  | "undo"
  | "help";

/** Every key of the reading desk itself, in the order in which they are asked and listed. */
export function deskKeys(
  desk: Desk,
  { canTag, single }: Where,
  label: (id: DeskKeyId | TaggingKeyId) => string,
): Binding[] {
  const on = (id: DeskKeyId, keys: readonly string[], run: () => void, when?: () => boolean): Binding => ({
    id,
    label: label(id),
    keys,
    run,
    ...(when && { when }),
  });
  /** Whoever goes on to something else gives up the tag being typed. */
  const leaving = (run: () => void) => () => {
    desk.setDraft(null);
    run();
  };
  const press = (selector: string) => leaving(() => desk.find(selector)?.click());
  const noted = () => {
    const row = desk.row();
    return row && desk.recentTag(row) ? row : null;
  };
  const show = (kind: "note" | "company") => () => {
    const row = desk.row();
    if (row) desk.show({ kind, row });
  };
  const tagging = taggingKeys(desk, label);
  const moving = [
    on(
      "next",
      ["j", "ArrowDown"],
      leaving(() => desk.move(1)),
    ),
    on(
      "previous",
      ["k", "ArrowUp"],
      leaving(() => desk.move(-1)),
    ),
  ];
  const opening = [
    on(
      "preview",
      ["p"],
      leaving(() => desk.togglePreview()),
      () => !desk.get().pane,
    ),
    on("open", ["o"], press("[data-row-link]")),
    on("source", ["v"], press("[data-row-source]")),
  ];
  const selecting = [
    on("select", ["x"], desk.toggle),
    on("selectRange", ["X"], desk.extend),
    on("selectAll", ["*"], desk.selectAll),
    on("clearSelection", ["Escape"], desk.clearSelection, () => desk.get().selection.ids.size > 0),
    on("company", ["c"], show("company"), () => desk.row() !== null),
  ];
  // After the selection's: Escape gives up what was begun last.
  const closing = on(
    "closePreview",
    ["Escape"],
    () => desk.togglePreview(desk.get().preview),
    () => desk.get().preview !== null,
  );
  const noting = [
    on("note", ["e"], show("note"), () => noted() !== null),
    on("undo", ["u"], desk.changes.undo),
  ];
  return [
    ...moving,
    ...(single ? [] : opening),
    ...(canTag ? tagging : []),
    ...(canTag && !single ? selecting : []),
    ...(single ? [] : [closing]),
    ...(canTag ? noting : []),
    on("help", ["?"], () => desk.show({ kind: "keys" })),
  ];
}
