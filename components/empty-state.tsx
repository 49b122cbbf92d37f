import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons";
import styles from "./states.module.css";

type Props = { title: ReactNode; description?: ReactNode; actions?: ReactNode; icon?: IconName };

/** Nothing to show: say why, and what to do about it. */
export function EmptyState({ title, description, actions, icon = "inbox" }: Props) {
  return (
    <div className={styles.state}>
      <span className={styles.icon}>
        <Icon name={icon} size={24} />
      </span>
      <h2>{title}</h2>
      {description && <p>{description}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
