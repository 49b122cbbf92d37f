import type { Change, Saved } from "@/components/keyboard/undo-stack";
import { Store } from "@/components/state/store";
import type { Desk } from "@/features/news/ui/parts/desk/desk";
import type { Row } from "@/features/news/ui/parts/desk/tag-changes";
import {
  afterwards,
  changeOf,
  type Handled,
  revertsOf,
  type Someone,
  type Triaged,
} from "../domain/triage-change";
import type { Triage as TriageInput } from "../schema";

/** What triage needs to know. Days are those of the workspace's zone. `restores`: the view is of what was put away. */
export type InboxKeys = {
  me: Someone;
  members: readonly Someone[];
  tomorrow: string;
  nextWeek: string;
  restores: boolean;
};

export type TriageOptions = {
  me: Someone;
  save(change: TriageInput): Promise<Saved>;
  words(what: Handled, rows: readonly Row[]): string;
};

type State = {
  /** By item: what was done with it since the server wrote the page. */
  handled: ReadonlyMap<string, Handled>;
  /** The items somebody is being chosen for. */
  assigning: readonly Row[] | null;
};

export const initialState: State = { handled: new Map(), assigning: null };

/** The one owner of what triage did on this page. The desk says which items it is about, and takes it back. */
export class Triage extends Store<State> {
  /** The items of the page as they are now. */
  private readonly items = new Map<string, Triaged>();

  constructor(
    private readonly desk: Pick<Desk, "apply" | "targets" | "clearSelection" | "move">,
    private options: TriageOptions,
  ) {
    super(initialState);
  }

  readonly configure = (options: TriageOptions) => {
    this.options = options;
  };
  readonly enter = (item: Triaged) => {
    this.items.set(item.id, item);
    return () => {
      this.items.delete(item.id);
    };
  };

  readonly perform = (what: Handled, rows: readonly Row[] = this.desk.targets()) => {
    if (rows.length === 0) return;
    this.desk.apply(this.changeOf(what, rows));
    this.desk.clearSelection();
    if (rows.length === 1 && what.kind !== "assigned") this.desk.move(1);
  };
  /** To me; to nobody when all of it is mine. */
  readonly toggleMine = () => {
    const { me } = this.options;
    this.perform({ kind: "assigned", to: this.desk.targets().every(this.isMine) ? null : me });
  };
  readonly ask = () => {
    const rows = this.desk.targets();
    if (rows.length > 0) this.set({ ...this.get(), assigning: rows });
  };
  readonly asked = () => this.set({ ...this.get(), assigning: null });

  private readonly isMine = ({ id }: Row) => this.items.get(id)?.assignee === this.options.me.id;

  private changeOf(what: Handled, rows: readonly Row[]): Change {
    const { save, words } = this.options;
    const ids = rows.map(({ id }) => id);
    const before = ids.map((id) => ({
      mark: this.get().handled.get(id) ?? null,
      item: this.items.get(id) ?? { id, assignee: null, until: null },
    }));
    return {
      text: words(what, rows),
      show: () => this.draw(before.map(({ item }) => ({ mark: what, item: afterwards(what, item) }))),
      hide: () => this.draw(before),
      save: () => save({ ids, ...changeOf(what) }),
      revert: async () => {
        const reverts = revertsOf(
          what,
          before.map(({ item }) => item),
        );
        for (const former of reverts) {
          const result = await save(former);
          if (!result.ok) return result;
        }
        return { ok: true };
      },
    };
  }

  private draw(items: readonly { mark: Handled | null; item: Triaged }[]): void {
    const handled = new Map(this.get().handled);
    for (const { mark, item } of items) {
      if (this.items.has(item.id)) this.items.set(item.id, item);
      if (mark) handled.set(item.id, mark);
      else handled.delete(item.id);
    }
    this.set({ ...this.get(), handled });
  }
}
