"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/form/button";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import { ariaKeys, keyNames } from "@/components/keyboard/keymap";
import { useKeysOf } from "./desk-context";

/** A button that does what a key does, and shows it: `keyOf` is the row of the keymap. */
export function KeyButton({ keyOf, children, ...rest }: ComponentProps<typeof Button> & { keyOf: string }) {
  const keys = useKeysOf(keyOf);
  return (
    <Button {...rest} aria-keyshortcuts={keys.length > 0 ? ariaKeys(keys) : undefined}>
      {children} {keys.length > 0 && <KbdHint keys={keyNames(keys)} />}
    </Button>
  );
}
