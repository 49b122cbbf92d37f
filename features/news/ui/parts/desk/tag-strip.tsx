"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import { ariaKeys, keyNames } from "@/components/keyboard/keymap";
import { type Draft, stanceKey } from "@/features/tags/keys";
import { stanceOrder } from "@/features/tags/ui/parts/stance-order";
import { useKeysOf, useReading } from "./desk-context";
import styles from "./tag-strip.module.css";

type Props = {
  /** The row, or all that are selected. */
  target: string;
  title: string;
  draft: Draft;
  /** The thesis being typed may be there to be taken off. */
  removable: boolean;
};

/** A tag being typed or clicked together: thesis, then stance, then strength. Every button shows its key. */
export function TagStrip({ target, title, draft, removable }: Props) {
  const t = useTranslations("news.reading");
  const { desk, theses } = useReading();
  const strip = useRef<HTMLFieldSetElement>(null);
  const [digits, strengths] = [useKeysOf("thesis"), useKeysOf("strength")];
  const [takeOff] = useKeysOf("takeOff");
  const [cancel] = useKeysOf("cancel");
  const chosen = theses.find((thesis) => thesis.id === draft.thesis);

  // Whoever reached a step by clicking finds the next one under the focus; typing leaves the focus on the row.
  const clicked = useRef(false);
  useEffect(() => {
    strip.current?.scrollIntoView({ block: "nearest" });
    if (clicked.current) strip.current?.querySelector("button")?.focus();
    clicked.current = false;
  });
  const go = (next: Draft | null) => {
    clicked.current = true;
    desk.setDraft(next, target);
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
        theses.map((thesis, index) => (
          <Choice
            key={thesis.id}
            shortcut={digits[index]}
            onClick={() => go({ thesis: thesis.id, stance: null })}
          >
            <SeriesSwatch index={thesis.colorIndex} />
            {thesis.name}
          </Choice>
        ))}
      {chosen &&
        !draft.stance &&
        stanceOrder.map((stance) => (
          <Choice key={stance} shortcut={stanceKey[stance]} onClick={() => go({ ...draft, stance })}>
            {t(`stances.${stance}`)}
          </Choice>
        ))}
      {chosen && !draft.stance && removable && (
        <Choice shortcut={takeOff} onClick={() => desk.remove(chosen.id, target)}>
          {t("remove")}
        </Choice>
      )}
      {chosen &&
        draft.stance &&
        ([1, 2, 3] as const).map((strength) => (
          <Choice
            key={strength}
            shortcut={strengths[strength - 1]}
            onClick={() =>
              draft.stance && desk.put({ thesis: chosen.id, stance: draft.stance, strength }, target)
            }
          >
            {t(`strengths.s${strength}`)}
          </Choice>
        ))}
      <Choice shortcut={cancel} onClick={() => desk.setDraft(null)}>
        {t("cancel")}
      </Choice>
    </fieldset>
  );
}

type ChoiceProps = { shortcut: string | undefined; onClick: () => void; children: ReactNode };

function Choice({ shortcut, onClick, children }: ChoiceProps) {
  const keys = shortcut === undefined ? [] : [shortcut];
  return (
    <button
      type="button"
      className={styles.choice}
      onClick={onClick}
      aria-keyshortcuts={keys.length > 0 ? ariaKeys(keys) : undefined}
    >
      {keys.length > 0 && <KbdHint keys={keyNames(keys)} />}
      {children}
    </button>
  );
}
