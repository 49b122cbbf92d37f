import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./page-header.module.css";

export type Crumb = { label: string; href: string };

type Props = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons and links at the right, below the title on a phone. */
  actions?: ReactNode;
  /** The pages above this one, outermost first; not the page itself. */
  breadcrumbs?: readonly Crumb[];
};

export function PageHeader({ title, description, actions, breadcrumbs = [] }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.text}>
        {breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
        <h1>{title}</h1>
        {description && <div className={styles.description}>{description}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("breadcrumbs")}>
      <ol className={styles.crumbs}>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
