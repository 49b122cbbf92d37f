import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/icons";
import styles from "./states.module.css";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  icon?: IconName;
  /** "h1" where it is the whole page. */
  heading?: "h1" | "h2";
};

/** Nothing to show: say why, and what to do about it. */
export function EmptyState({ title, description, actions, icon = "inbox", heading: Heading = "h2" }: Props) {
  return (
    <div className={styles.state}>
      <span className={styles.icon}>
        <Icon name={icon} size={24} />
      </span>
      <Heading>{title}</Heading>
      {description && <p>{description}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
