import type { Binding } from "@/components/keyboard/keymap";
import {
  choose,
  emptySelection,
  extend,
  forget,
  move,
  nearest,
  selectAll,
} from "@/components/keyboard/selection";
import { type Change, type Saved, UndoStack } from "@/components/keyboard/undo-stack";
import { Store } from "@/components/state/store";
import type { Draft, Situation, TagChoice } from "@/features/tags/keys";
import { allSelected, type DeskDialog, type DeskOptions, type DeskState, initialState } from "./desk-state";
import type { RowList } from "./row-list";
import { confirmChange, proposedOf, type Row, rejectChange, tagChange, tagOf, withTag } from "./tag-changes";
import { type ShownTag, TagMemory } from "./tag-memory";

/**
 * The one owner of what changes while one reads and tags: the row in hand, the selection, the tag being typed, what was changed. Its methods never change, so rows can hold on to them.
 */
export class Desk extends Store<DeskState> {
  readonly changes: UndoStack;
  private readonly rows = new Map<string, Row>();
  /** The list as it stood when the row in hand was taken. */
  private around: readonly string[] = [];
  private last: TagChoice | null = null;

  constructor(
    private readonly list: RowList,
    private options: DeskOptions,
    readonly tags = new TagMemory(),
  ) {
    super({ ...initialState, inHand: options.only });
    this.changes = new UndoStack(() => this.options.onSaved());
  }

  readonly configure = (options: DeskOptions) => {
    this.options = options;
  };
  readonly addKeys = (keymap: readonly Binding[]) => {
    this.change({ added: [...this.get().added, keymap] });
    return () => this.change({ added: this.get().added.filter((one) => one !== keymap) });
  };
  readonly show = (dialog: DeskDialog | null) => this.change({ dialog });

  // Rows

  readonly enter = (row: Row) => {
    this.rows.set(row.id, row);
  };
  /** What is not on the page any more is not chosen either: nothing is done to rows out of sight. One is at the next then. */
  readonly leave = (id: string) => {
    this.rows.delete(id);
    this.change({ selection: forget(this.get().selection, id) });
    if (this.inHand !== id || this.options.only !== null) return;
    const next = nearest(this.around, id, (one) => this.rows.has(one)) ?? null;
    this.change({ inHand: next });
    if (next !== null && this.list.isFocusLost()) this.list.focus(next);
  };
  readonly hold = (id: string) => {
    this.around = this.list.order();
    this.change({ inHand: id });
  };
  readonly showPane = (pane: boolean) => this.change({ pane, preview: null });
  readonly setDone = (done: ReadonlySet<string>) => {
    const before = this.get().done;
    const same = done.size === before.size && [...done].every((id) => before.has(id));
    if (!same) this.change({ done });
  };
  private get inHand(): string | null {
    return this.get().inHand;
  }
  readonly row = (): Row | null => this.rows.get(this.inHand ?? "") ?? null;

  readonly isDone = () => this.inHand !== null && this.get().done.has(this.inHand);
  /** A person has tagged the row, or confirmed what a rule says of it. */
  readonly isConfirmed = (id: string) => {
    const row = this.rows.get(id);
    return row !== undefined && this.tags.current(row).some(({ origin }) => origin !== "rule");
  };

  /** What is done is about all selected rows; without any, about the row in hand. A row that is named counts alone unless selected. */
  readonly targets = (named: string | null = null): Row[] => {
    const { ids } = this.get().selection;
    const all = ids.size > 0 && (named === null || named === allSelected || ids.has(named));
    return (all ? [...ids] : [named ?? this.inHand ?? ""]).flatMap((id) => this.rows.get(id) ?? []);
  };

  readonly move = (by: number) => {
    if (this.options.only !== null) return this.options.turn(by);
    const next = move(this.list.order(), this.inHand, by);
    if (next !== undefined) this.goTo(next);
  };
  private goTo(id: string): void {
    this.list.focus(id);
    if (this.get().preview !== null) this.change({ preview: id });
  }
  /** After something was done with the row in hand: to the next, from the last to the one before; from the only one to none. */
  readonly goOn = () => {
    if (this.options.only !== null) return;
    const next = nearest(this.list.order(), this.inHand ?? "", (id) => !this.get().done.has(id));
    if (next === undefined) this.change({ inHand: null, preview: null });
    else this.goTo(next);
  };
  /** What a key presses in the row in hand, or on an item's page. */
  readonly find = (selector: string): ReturnType<RowList["find"]> => {
    if (this.options.only !== null) return this.list.find(null, selector);
    return this.inHand === null ? null : this.list.find(this.inHand, selector);
  };
  readonly togglePreview = (id: string | null = this.inHand) =>
    this.change({ preview: this.get().preview === id ? null : id });

  // Selection

  readonly select = (id: string, yes: boolean) =>
    this.change({ selection: choose(this.get().selection, id, yes) });
  readonly toggle = () => {
    if (this.inHand !== null) this.select(this.inHand, !this.get().selection.ids.has(this.inHand));
  };
  readonly extend = () => {
    const { selection } = this.get();
    if (this.inHand !== null) this.change({ selection: extend(selection, this.list.order(), this.inHand) });
  };
  readonly selectAll = () => this.change({ selection: selectAll(this.list.order()) });
  readonly clearSelection = () => this.change({ selection: emptySelection });

  // Tags

  readonly startTag = (target: string) => {
    if (target !== allSelected) this.hold(target);
    this.setDraft({ thesis: null, stance: null }, target);
  };
  readonly setDraft = (draft: Draft | null, target = this.target()) =>
    this.change({ draft: draft && target !== null ? { target, draft } : null });

  readonly put = (choice: TagChoice, target = this.target()) => {
    this.last = choice;
    this.tag(choice.thesis, choice, this.targets(target));
  };
  readonly putAndGoOn = (choice: TagChoice) => {
    const several = this.target() === allSelected;
    this.put(choice);
    if (!several) this.goOn();
  };
  /** What rules say of a row (of all that are selected, when it is one of them) is what a person says, and one goes on. */
  readonly confirm = (id: string) => {
    const rows = this.targets(id).filter((row) => proposedOf(this.tags.current(row)).length > 0);
    if (rows.length === 0) return;
    const { door, words } = this.options;
    this.apply(confirmChange({ rows, tags: this.tags, door, text: words.confirmed(rows) }));
    if (rows.length === 1 && id === this.inHand) this.goOn();
  };
  readonly reject = (id: string) => {
    const row = this.rows.get(id);
    if (!row) return;
    const { door, words } = this.options;
    this.apply(rejectChange({ rows: [row], tags: this.tags, door, text: words.rejected([row]) }));
  };
  readonly remove = (thesis: string, target = this.target()) =>
    this.tag(
      thesis,
      null,
      this.targets(target).filter((row) => tagOf(this.tags, row, thesis)),
    );
  /** Says why the item has the tag. Not a step of its own: the dialog waits for the answer. */
  readonly saveNote = async (row: Row, tag: ShownTag, note: string | null): Promise<Saved> => {
    const noted: ShownTag = { ...tag, note, origin: "person", by: "" };
    const result = await this.options.door.put(row.id, tag.thesisId, noted);
    if (result.ok)
      this.tags.remember([{ ...row, tags: withTag(this.tags.current(row), tag.thesisId, noted) }]);
    return result;
  };

  /** The tag of the row that was put last, or its only one. */
  readonly recentTag = (row: Row): ShownTag | null => {
    const tags = this.tags.current(row);
    const only = tags.length === 1 ? tags[0] : undefined;
    return tags.find(({ thesisId }) => thesisId === this.last?.thesis) ?? only ?? null;
  };
  /** What the keys of tagging are about. */
  readonly situation = (): Situation | null => {
    const target = this.target();
    if (target === null) return null;
    const { draft } = this.get();
    const theses = this.options.theses.map(({ id }) => id);
    const row = target === allSelected ? null : this.row();
    const recent = row && this.recentTag(row);
    return {
      draft: draft?.target === target ? draft.draft : null,
      theses,
      tagged: row ? this.tags.current(row).map(({ thesisId }) => thesisId) : theses,
      last: this.last,
      recent: recent && { thesis: recent.thesisId, stance: recent.stance, strength: recent.strength },
    };
  };

  private target(): string | null {
    return this.get().selection.ids.size > 0 ? allSelected : (this.row()?.id ?? null);
  }

  private tag(thesisId: string, choice: TagChoice | null, rows: readonly Row[]): void {
    this.setDraft(null);
    if (rows.length === 0) return;
    const { theses, door, words } = this.options;
    const slug = theses.find(({ id }) => id === thesisId)?.slug ?? thesisId;
    const text = choice ? words.put(choice, rows) : words.removed(thesisId, rows);
    this.apply(tagChange({ rows, thesis: { id: thesisId, slug }, choice, tags: this.tags, door, text }));
  }

  readonly apply = (change: Change) => this.changes.apply(change);

  /** A thousand rows listen: what stays as it is wakes none of them. */
  private change(part: Partial<DeskState>): void {
    const state = this.get();
    const changes = Object.entries(part).some(([name, value]) => Reflect.get(state, name) !== value);
    if (changes) this.set({ ...state, ...part });
  }
}
