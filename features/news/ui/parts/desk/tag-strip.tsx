"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import type { Draft } from "@/features/tags/domain/tagging-keys";
import { stanceOrder } from "@/features/tags/ui/parts/stance-order";
import styles from "../reading.module.css";
import type { useReading } from "./reading-context";

const stanceKeys = { for: "F", neutral: "N", against: "A" } as const;

type Props = {
  /** Of the row, or of the selection. */
  id: string;
  title: string;
  draft: Draft;
  /** The thesis being typed may be there to be taken off. */
  removable: boolean;
  reading: NonNullable<ReturnType<typeof useReading>>;
};

/** A tag being typed or clicked together: thesis, then stance, then strength. Every button shows its key. */
export function TagStrip({ id, title, draft, removable, reading }: Props) {
  const t = useTranslations("news.reading");
  const strip = useRef<HTMLFieldSetElement>(null);
  const chosen = reading.theses.find((thesis) => thesis.id === draft.thesis);

  // Whoever reached a step by clicking finds the next one under the focus; typing leaves the focus on the row.
  const clicked = useRef(false);
  useEffect(() => {
    strip.current?.scrollIntoView({ block: "nearest" });
    if (clicked.current) strip.current?.querySelector("button")?.focus();
    clicked.current = false;
  });
  const go = (next: Draft | null) => {
    clicked.current = true;
    reading.setDraft(next);
  };

  return (
    <fieldset ref={strip} className={styles.strip} aria-label={t("stripLabel", { title })}>
      <legend className={styles.step} aria-live="polite">
        {chosen
          ? draft.stance
            ? t("askStrength", { thesis: chosen.name })
            : t("askStance", { thesis: chosen.name })
          : t("askThesis")}
      </legend>
      {!chosen &&
        reading.theses.map((thesis, index) => (
          <Choice
            key={thesis.id}
            keyName={index < 9 ? String(index + 1) : null}
            onClick={() => go({ thesis: thesis.id, stance: null })}
          >
            <SeriesSwatch index={thesis.colorIndex} />
            {thesis.name}
          </Choice>
        ))}
      {chosen &&
        !draft.stance &&
        stanceOrder.map((stance) => (
          <Choice key={stance} keyName={stanceKeys[stance]} onClick={() => go({ ...draft, stance })}>
            {t(`stances.${stance}`)}
          </Choice>
        ))}
      {chosen && !draft.stance && removable && (
        <Choice keyName="X" onClick={() => reading.remove(id, chosen.id)}>
          {t("remove")}
        </Choice>
      )}
      {chosen &&
        draft.stance &&
        ([1, 2, 3] as const).map((strength) => (
          <Choice
            key={strength}
            keyName={String(strength)}
            onClick={() =>
              draft.stance && reading.put(id, { thesis: chosen.id, stance: draft.stance, strength })
            }
          >
            {t(`strengths.s${strength}`)}
          </Choice>
        ))}
      <Choice keyName="Esc" onClick={() => reading.setDraft(null)}>
        {t("cancel")}
      </Choice>
    </fieldset>
  );
}

function Choice({
  keyName,
  onClick,
  children,
}: {
  keyName: string | null;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className={styles.choice} onClick={onClick}>
      {keyName && <KbdHint keys={[keyName]} />}
      {children}
    </button>
  );
}
