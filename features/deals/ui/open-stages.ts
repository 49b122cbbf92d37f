import { Store } from "@/components/state/store";

const storageKey = "deals.board.open";
const none: readonly string[] = [];

/** The end stages whose columns the reader opened, by id; remembered in this browser where it lets us. */
class OpenStages extends Store<readonly string[]> {
  readonly toggle = (stage: string): void => {
    const open = this.get();
    const next = open.includes(stage) ? open.filter((one) => one !== stage) : [...open, stage];
    this.set(next);
    try {
      localStorage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // A browser without storage remembers until the page is left.
    }
  };
}

function remembered(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(stored) ? stored.filter((one) => typeof one === "string") : none;
  } catch {
    return none;
  }
}

export const openStages = new OpenStages(typeof window === "undefined" ? none : remembered());
