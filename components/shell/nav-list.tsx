"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon, type IconName } from "../icons";
import styles from "./shell.module.css";

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  /** Active only on this very page, not below it: the start page of a workspace. */
  exact?: boolean;
  /** A short count at the right. */
  badge?: string;
  /** Starts a new group. */
  divided?: boolean;
};

export function NavList({ items, label }: { items: readonly NavItem[]; label: string }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={styles.nav}>
      <ul>
        {items.map((item) => (
          <li key={item.href} className={item.divided ? styles.divided : undefined}>
            <Link
              href={item.href}
              className={styles.item}
              aria-current={isCurrent(item, pathname) ? "page" : undefined}
            >
              <Icon name={item.icon} />
              {item.label}
              {item.badge && <span className={styles.badge}>{item.badge}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isCurrent({ href, exact }: NavItem, pathname: string): boolean {
  return pathname === href || (!exact && pathname.startsWith(`${href}/`));
}
