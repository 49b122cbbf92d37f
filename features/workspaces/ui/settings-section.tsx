import type { ReactNode } from "react";
import styles from "./workspaces.module.css";

type Props = { title: ReactNode; description?: ReactNode; danger?: boolean; children: ReactNode };

/** What it is about at the left, the controls at the right; one below the other on a narrow screen. */
export function SettingsSection({ title, description, danger, children }: Props) {
  return (
    <section className={styles.setting}>
      <div className={`${styles.sectionHead} ${danger ? styles.danger : ""}`}>
        <h2>{title}</h2>
        {description && <p>{description}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}
