"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import layout from "@/components/form/form-layout.module.css";
import text from "@/components/layout/text.module.css";
import styles from "@/features/news/ui/parts/intake.module.css";
import { bookmarkletOf } from "../domain/bookmarklet";

/** The bookmark to drag, and its address to copy. */
export function BookmarkletLink({ path, workspace }: { path: string; workspace: string }) {
  const t = useTranslations("news.bookmarklet");
  const link = useRef<HTMLAnchorElement>(null);
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = bookmarkletOf(new URL(path, window.location.href).href);
    setAddress(made);
    // React takes javascript: out of links, rightly; this one is ours, and is there to be dragged, not followed.
    link.current?.setAttribute("href", made);
  }, [path]);
  return (
    <div className={layout.form}>
      <p className={text.muted}>{t("drag")}</p>
      <p>
        <a ref={link} href={path} className={styles.bookmark} onClick={(event) => event.preventDefault()}>
          {t("name", { workspace })}
        </a>
      </p>
      <label className={styles.field}>
        {t("copy")}
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
    </div>
  );
}
