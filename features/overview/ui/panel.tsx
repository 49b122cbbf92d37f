import Link from "next/link";
import { type ReactNode, useId } from "react";
import styles from "./overview.module.css";

type Props = { title: string; href: string; all: string; loud?: boolean; children: ReactNode };

/** A titled box with a way to everything it shows a part of. */
export function Panel({ title, href, all, loud = false, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id} data-loud={loud || undefined}>
      <div className={styles.panelHead}>
        <h2 id={id}>{title}</h2>
        <Link href={href}>{all}</Link>
      </div>
      {children}
    </section>
  );
}
