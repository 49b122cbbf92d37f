import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ColorSchemeSwitch } from "@/components/shell/color-scheme-switch";
import { LanguageSwitch } from "@/components/shell/language-switch";
import styles from "./accounts.module.css";

/** The frame of pages outside any workspace. */
export function AuthFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <Link href="/" className={styles.product}>
          {t("product")}
        </Link>
        <LanguageSwitch />
        <ColorSchemeSwitch />
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
    </div>
  );
}
