import type { ReactNode } from "react";
import styles from "./status-badge.module.css";
import tones from "./tone.module.css";

export type Tone = "neutral" | "info" | "positive" | "negative" | "warning";

/** A state in a word. The word says it; the tone only helps. */
export function StatusBadge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.badge} ${tone === "neutral" ? "" : tones[tone]}`}>{children}</span>;
}
