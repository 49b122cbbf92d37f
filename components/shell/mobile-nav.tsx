"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "../icons";
import { type NavItem, NavList } from "./nav-list";
import styles from "./shell.module.css";

/** The navigation on a phone. A native dialog brings the focus trap, Esc and the inert page behind it. */
export function MobileNav({ items, children }: { items: readonly NavItem[]; children: ReactNode }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the drawer
  useEffect(() => dialog.current?.close(), [pathname]);

  return (
    <>
      <Button
        look="quiet"
        icon
        className={styles.burger}
        aria-label={t("openNavigation")}
        aria-expanded={open}
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <Icon name="menu" size={20} />
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the drawer closes it; Esc does so by itself */}
      <dialog
        ref={dialog}
        className={styles.drawer}
        aria-label={t("mainNavigation")}
        onClose={() => setOpen(false)}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
      >
        {open && (
          <>
            <div className={styles.drawerHead}>
              {children}
              <Button
                look="quiet"
                icon
                aria-label={t("closeNavigation")}
                onClick={() => dialog.current?.close()}
              >
                <Icon name="close" size={20} />
              </Button>
            </div>
            <NavList items={items} label={t("mainNavigation")} />
          </>
        )}
      </dialog>
    </>
  );
}
