import type { ReactNode } from "react";
import { Icon } from "@/components/icons";
import styles from "./callout.module.css";
import tones from "./tone.module.css";

type Props = {
  tone: "positive" | "negative" | "warning" | "info";
  /** "alert": said to screen readers at once. */
  role?: "alert" | "status";
  children: ReactNode;
};

/** A sentence on the page that must be seen: what is wrong, what to know, what went well. */
export function Callout({ tone, role, children }: Props) {
  return (
    <div className={`${styles.callout} ${tones[tone]}`} role={role}>
      {(tone === "negative" || tone === "warning") && <Icon name="warning" />}
      <div className={styles.text}>{children}</div>
    </div>
  );
}
