"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/form/button";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import styles from "../reading.module.css";
import { useReading } from "./reading-context";

/** Opens the list of keys; there is no other way to learn of them. */
export function KeysButton() {
  const t = useTranslations("news.reading");
  const reading = useReading();
  return (
    <Button
      look="quiet"
      className={styles.keysButton}
      aria-keyshortcuts="?"
      onClick={() => reading?.showKeys()}
    >
      {t("keys.title")} <KbdHint keys={["?"]} />
    </Button>
  );
}
