"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/form/button";
import { Dialog, loadDialog } from "@/components/overlay/dialog";
import { loadOnIntent } from "@/components/overlay/load-on-intent";
import { Icon } from "../icons";
import { type NavItem, NavList } from "./nav-list";
import styles from "./shell.module.css";

/** The navigation on a phone. A new page closes it: it is open only for the page it was opened on. */
export function MobileNav({ items, children }: { items: readonly NavItem[]; children: ReactNode }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === pathname;
  const close = () => setOpenOn(null);

  return (
    <>
      <Button
        look="quiet"
        icon
        className={styles.burger}
        aria-label={t("openNavigation")}
        aria-expanded={open}
        onClick={() => setOpenOn(pathname)}
        {...loadOnIntent(loadDialog)}
      >
        <Icon name="menu" size={20} />
      </Button>
      {open && (
        <Dialog kind="drawer" title={t("mainNavigation")} onClose={close}>
          <div className={styles.drawerHead}>
            {children}
            <Button look="quiet" icon aria-label={t("closeNavigation")} onClick={close}>
              <Icon name="close" size={20} />
            </Button>
          </div>
          <div className={styles.drawer}>
            <NavList items={items} label={t("mainNavigation")} />
          </div>
        </Dialog>
      )}
    </>
  );
}
