import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ColorSchemeSwitch } from "./color-scheme-switch";
import { LanguageSwitch } from "./language-switch";
import { MobileNav } from "./mobile-nav";
import { type NavItem, NavList } from "./nav-list";
import styles from "./shell.module.css";

type Props = {
  items: readonly NavItem[];
  /** Top left: the name of the workspace, or a ShellMenu to switch. */
  workspace: ReactNode;
  /** The search button: a CommandPaletteButton. */
  search?: ReactNode;
  /** Top right: a ShellMenu with the person's name. */
  account?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page: navigation at the left (a drawer below 768 px), bar on top, the page in `main`. */
export function AppShell({ items, workspace, search, account, children }: Props) {
  const t = useTranslations("shell");
  return (
    <>
      <a href="#main" className={styles.skip}>
        {t("skipToContent")}
      </a>
      <div className={styles.shell}>
        <div className={styles.aside}>
          {workspace}
          <NavList items={items} label={t("mainNavigation")} />
        </div>
        <header className={styles.bar}>
          <MobileNav items={items}>{workspace}</MobileNav>
          {search}
          <span className={styles.spring} />
          <LanguageSwitch />
          <ColorSchemeSwitch />
          {account}
        </header>
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
    </>
  );
}
