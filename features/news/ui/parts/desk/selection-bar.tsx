"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { KeymapContext, useDeskState, useDraft, useReading } from "./desk-context";
import { allSelected } from "./desk-state";
import { KeyButton } from "./key-button";
import styles from "./selection-bar.module.css";
import { TagStrip } from "./tag-strip";

/** What can be done with all selected rows at once, by key or by button. */
export function SelectionBar() {
  const t = useTranslations("news.reading");
  const { desk } = useReading();
  const keymap = useContext(KeymapContext);
  const count = useDeskState(desk, ({ selection }) => selection.ids.size);
  const draft = useDraft(desk, allSelected);
  if (count === 0) return null;
  const title = t("selected", { count });
  return (
    <section className={styles.bar} aria-label={title}>
      {draft ? (
        <TagStrip target={allSelected} title={title} draft={draft} removable />
      ) : (
        <>
          <strong aria-live="polite">{title}</strong>
          <KeyButton keyOf="menu" look="primary" onClick={() => desk.startTag(allSelected)}>
            {t("tag")}
          </KeyButton>
          {keymap.map(
            ({ id, keys: [key = ""], bar, run }) =>
              bar && (
                <KeyButton key={id} keyOf={id} onClick={() => run(key)}>
                  {bar}
                </KeyButton>
              ),
          )}
          <KeyButton keyOf="clearSelection" look="quiet" onClick={desk.clearSelection}>
            {t("clearSelection")}
          </KeyButton>
        </>
      )}
    </section>
  );
}
