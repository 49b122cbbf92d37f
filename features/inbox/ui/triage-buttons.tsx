"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { KeymapContext, useReading } from "@/features/news/ui/parts/desk/desk-context";
import { RowButton } from "@/features/news/ui/parts/desk/row-button";

const offered = ["dismiss", "snooze", "assign"];

/** What the keys of triage do, on the row for the mouse. */
export function TriageButtons({ id, title }: { id: string; title: string }) {
  const t = useTranslations("news.inbox.triage");
  const { desk } = useReading();
  const keymap = useContext(KeymapContext);
  return keymap.map(
    ({ id: keyOf, keys: [key = ""], bar, run }) =>
      offered.includes(keyOf) &&
      bar && (
        <RowButton
          key={keyOf}
          keyOf={keyOf}
          aria-label={t("of", { what: bar, title })}
          onClick={() => {
            desk.hold(id);
            run(key);
          }}
        >
          {bar}
        </RowButton>
      ),
  );
}
