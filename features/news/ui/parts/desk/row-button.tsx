"use client";

import type { ComponentProps } from "react";
import { ariaKeys } from "@/components/keyboard/keymap";
import { useKeysOf } from "./desk-context";
import styles from "./row-tags.module.css";

/** A small button of a row, seen while the row is in hand or pointed at; `keyOf` names the key that does the same. */
export function RowButton({ keyOf, ...rest }: ComponentProps<"button"> & { keyOf: string }) {
  const keys = useKeysOf(keyOf);
  return (
    <button
      type="button"
      className={styles.tagButton}
      aria-keyshortcuts={keys.length > 0 ? ariaKeys(keys) : undefined}
      {...rest}
    />
  );
}
