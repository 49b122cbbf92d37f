"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { Button } from "@/components/form/button";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import styles from "../reading.module.css";
import { useReading } from "./reading-context";
import { ReadingStoreContext, selection, useDraft, useSelectedCount } from "./reading-store";
import { TagStrip } from "./tag-strip";

/** What can be done with all selected rows at once. */
export function SelectionBar() {
  const t = useTranslations("news.reading");
  const reading = useReading();
  const store = useContext(ReadingStoreContext);
  const count = useSelectedCount();
  const draft = useDraft(selection);
  if (!reading || count === 0) return null;
  const title = t("selected", { count });
  const { inbox } = reading;
  return (
    <section className={styles.selectionBar} aria-label={title}>
      {draft ? (
        <TagStrip id={selection} title={title} draft={draft} removable reading={reading} />
      ) : (
        <>
          <strong aria-live="polite">{title}</strong>
          <Button look="primary" onClick={reading.startSelected}>
            {t("tag")} <KbdHint keys={["T"]} />
          </Button>
          {inbox && (
            <>
              <Button onClick={() => reading.triage({ kind: inbox.restores ? "restored" : "dismissed" })}>
                {t(inbox.restores ? "restore" : "dismiss")} <KbdHint keys={["D"]} />
              </Button>
              <Button onClick={() => reading.triage({ kind: "snoozed", until: inbox.tomorrow })}>
                {t("snooze")} <KbdHint keys={["Z"]} />
              </Button>
              <Button onClick={() => reading.triage({ kind: "assigned", to: inbox.me })}>
                {t("assignMe")} <KbdHint keys={["I"]} />
              </Button>
              <Button onClick={reading.handOn}>
                {t("handOn.open")} <KbdHint keys={["W"]} />
              </Button>
            </>
          )}
          <Button look="quiet" onClick={() => store.clearSelection()}>
            {t("clearSelection")} <KbdHint keys={["Esc"]} />
          </Button>
        </>
      )}
    </section>
  );
}
