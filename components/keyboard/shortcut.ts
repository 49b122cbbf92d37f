"use client";

import { useEffect, useRef } from "react";

/**
 * Calls `handle` when the one key is pressed outside of inputs, menus of the browser and input methods: `useShortcut("j", next)`.
 * `mod+k` means Ctrl or ⌘ and works inside inputs too. A null key listens for nothing.
 */
export function useShortcut(keys: string | null, handle: (event: KeyboardEvent) => void): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    if (!keys) return;
    const listen = (event: KeyboardEvent) => {
      if (matchesShortcut(keys, event)) {
        event.preventDefault();
        latest.current(event);
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [keys]);
}

type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented" | "target"
>;

export function matchesShortcut(keys: string, event: KeyPress): boolean {
  if (event.isComposing || event.key === "Process" || event.defaultPrevented || event.altKey) return false;
  const withMod = keys.startsWith("mod+");
  const pressedMod = event.ctrlKey || event.metaKey;
  if (withMod !== pressedMod) return false;
  const key = withMod ? keys.slice("mod+".length) : keys;
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  return withMod || !isTyping(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  if (typeof Element === "undefined" || !(target instanceof Element)) return false;
  return (
    target.closest(
      "input, textarea, select, [contenteditable]:not([contenteditable='false']), [role='dialog']",
    ) !== null
  );
}
