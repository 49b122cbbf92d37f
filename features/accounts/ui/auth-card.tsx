import type { ReactNode } from "react";
import styles from "./accounts.module.css";

type Props = { title: ReactNode; description?: ReactNode; children?: ReactNode; foot?: ReactNode };

/** The one card of the pages people meet before they are in. */
export function AuthCard({ title, description, children, foot }: Props) {
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <h1>{title}</h1>
        {description && <p>{description}</p>}
      </div>
      {children}
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}
