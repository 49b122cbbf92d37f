"use client";

import { useTranslations } from "next-intl";
import { useReading } from "./desk-context";
import { KeyButton } from "./key-button";
import styles from "./keys-button.module.css";

/** Opens the list of keys; there is no other way to learn of them. */
export function KeysButton() {
  const t = useTranslations("news.reading");
  const { desk } = useReading();
  return (
    <KeyButton
      keyOf="help"
      look="quiet"
      className={styles.button}
      onClick={() => desk.show({ kind: "keys" })}
    >
      {t("keys.title")}
    </KeyButton>
  );
}
