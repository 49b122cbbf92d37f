import type { ReactNode } from "react";
import styles from "./columns.module.css";

/** The page's matter, and beside it (below on a narrow screen) what is known of it. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.cell}>{main}</div>
      <div className={styles.cell}>{side}</div>
    </div>
  );
}
