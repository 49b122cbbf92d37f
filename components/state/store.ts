"use client";

import { useSyncExternalStore } from "react";

/** State that lives outside of React's, so that what listens is drawn again only when its own part changed. */
export class Store<State> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: State) {}

  readonly get = (): State => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  protected set(state: State): void {
    if (Object.is(state, this.state)) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** The part of a store that `pick` names; `pick` gives the same value for the same state. */
export function useStore<State, Part>(
  store: Pick<Store<State>, "get" | "subscribe">,
  pick: (state: State) => Part,
  onServer: Part,
): Part {
  return useSyncExternalStore(
    store.subscribe,
    () => pick(store.get()),
    () => onServer,
  );
}
