"use client";

import { useEffect } from "react";
import { isForOthers } from "./keyboard-guard";
import { type Binding, dispatch, keyOf } from "./keymap";

/** Listens for the keys of these tables, the first first, wherever no other part has the keyboard. */
export function useKeymap(keymap: readonly Binding[]): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isForOthers(event) && dispatch(keymap, keyOf(event))) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [keymap]);
}
