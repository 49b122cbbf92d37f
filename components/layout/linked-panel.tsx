import Link from "next/link";
import { type ReactNode, useId } from "react";
import styles from "./panel.module.css";

type Props = {
  title: string;
  /** To all of what it shows a part of, and the words for that. */
  href: string;
  all: ReactNode;
  loud?: boolean;
  children: ReactNode;
};

/** A titled frame with a way to everything it shows a part of. */
export function LinkedPanel({ title, href, all, loud = false, children }: Props) {
  const id = useId();
  return (
    <section className={`${styles.panel} ${loud ? styles.loud : ""}`} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {all && <Link href={href}>{all}</Link>}
      </div>
      {children}
    </section>
  );
}
