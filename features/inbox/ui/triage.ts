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
import type { InboxView } from "../domain/views-of";
import type { Triage as TriageInput } from "../schema";

/** What triage needs to know. Days are those of the workspace's zone. `restores`: the view is of what was put away. */
export type InboxKeys = {
  me: Someone;
  members: readonly Someone[];
  tomorrow: string;
  nextWeek: string;
  view: InboxView;
  restores: boolean;
};

export type TriageOptions = {
  me: Someone;
  save(change: TriageInput): Promise<Saved>;
  words(what: Handled, rows: readonly Row[]): string;
  view: InboxView;
  /** The views an item lies in, if no person tagged it. */
  viewsOf(item: Triaged): readonly InboxView[];
};

type Moved = Readonly<Partial<Record<InboxView, number>>>;

type State = {
  /** By item: what was done with it since the server wrote the page. */
  handled: ReadonlyMap<string, Handled>;
  /** The items somebody is being chosen for. */
  assigning: readonly Row[] | null;
  /** By how much what was done here changes what the server counted in each view. */
  moved: Moved;
};

export const initialState: State = { handled: new Map(), assigning: null, moved: {} };

/** The one owner of what triage did on this page. The desk says which items it is about, and takes it back. */
export class Triage extends Store<State> {
  /** The items of the page as the server wrote them, and as they are now. */
  private readonly served = new Map<string, Triaged>();
  private readonly items = new Map<string, Triaged>();

  constructor(
    private readonly desk: Pick<
      Desk,
      "apply" | "targets" | "clearSelection" | "goOn" | "isDone" | "isConfirmed" | "setDone"
    >,
    private options: TriageOptions,
  ) {
    super(initialState);
  }

  readonly configure = (options: TriageOptions) => {
    this.options = options;
  };
  readonly enter = (item: Triaged) => {
    this.served.set(item.id, item);
    this.items.set(item.id, item);
    return () => {
      this.served.delete(item.id);
      this.items.delete(item.id);
      // The server says something else of it, or nothing any more: what was done is in that.
      if (this.get().handled.has(item.id)) this.draw([{ mark: null, item }]);
    };
  };
  /** What was done, or tagged, moves items between the views; those that left this one leave the list. */
  readonly recount = () => {
    const { view, viewsOf } = this.options;
    const done = new Set<string>();
    const moved: Record<string, number> = {};
    for (const [id, before] of this.served) {
      const now = this.desk.isConfirmed(id) ? [] : viewsOf(this.items.get(id) ?? before);
      const lay = viewsOf(before);
      for (const one of lay) moved[one] = (moved[one] ?? 0) - 1;
      for (const one of now) moved[one] = (moved[one] ?? 0) + 1;
      if (lay.includes(view) && !now.includes(view)) done.add(id);
    }
    this.desk.setDone(done);
    this.set({ ...this.get(), moved });
  };

  readonly perform = (what: Handled, rows: readonly Row[] = this.desk.targets()) => {
    if (rows.length === 0) return;
    this.desk.apply(this.changeOf(what, rows));
    this.desk.clearSelection();
    if ((rows.length === 1 && what.kind !== "assigned") || this.desk.isDone()) this.desk.goOn();
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
      item: this.items.get(id) ?? { id, assignee: null, until: null, dismissed: false, fresh: false },
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
    this.recount();
  }
}
