import type { ReactNode } from "react";
import styles from "./panel.module.css";

/** A frame around what belongs together. */
export function Panel({ children }: { children: ReactNode }) {
  return <div className={styles.block}>{children}</div>;
}
