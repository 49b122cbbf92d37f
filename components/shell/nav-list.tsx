"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
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
  /** Pages of it that stand under it: saved views. Each has an address of its own. */
  below?: readonly { href: string; label: string }[];
};

export function NavList({ items, label }: { items: readonly NavItem[]; label: string }) {
  const pathname = usePathname();
  const search = useSearchParams();
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
            {item.below && item.below.length > 0 && (
              <ul className={styles.below}>
                {item.below.map(({ href, label: name }) => (
                  <li key={href}>
                    <Link
                      href={href}
                      className={styles.item}
                      prefetch={false}
                      aria-current={isAt(href, pathname, search) ? "true" : undefined}
                    >
                      <span className={styles.belowName}>{name}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isCurrent({ href, exact }: NavItem, pathname: string): boolean {
  return pathname === href || (!exact && pathname.startsWith(`${href}/`));
}

/** Is the page the one at this address, whatever else it is asked? */
function isAt(href: string, pathname: string, search: Pick<URLSearchParams, "get">): boolean {
  const [path, query = ""] = href.split("?");
  return (
    path === pathname && [...new URLSearchParams(query)].every(([name, value]) => search.get(name) === value)
  );
}
