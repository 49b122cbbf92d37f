import { type ReactNode, useId } from "react";
import { Panel } from "./panel";
import styles from "./section.module.css";

type Props = {
  title: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** In a panel of its own below the title. */
  framed?: boolean;
  children: ReactNode;
};

/** A part of a page under a heading, which is its name. */
export function Section({ title, actions, framed, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {framed ? <Panel>{children}</Panel> : children}
    </section>
  );
}
