"use client";

import { useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import control from "@/components/form/control.module.css";
import list from "@/components/layout/list.module.css";
import text from "@/components/layout/text.module.css";
import { stances } from "@/features/tags/schema";
import { change, type Draft } from "../domain/draft";
import styles from "./agreement.module.css";
import type { DeskThesis } from "./reading-desk";

type Props = { draft: Draft; theses: readonly DeskThesis[]; onChange: (draft: Draft) => void };

/** What is chosen, each with its stance and strength; the one the keys are about is marked. */
export function ChosenTheses({ draft, theses, onChange }: Props) {
  const t = useTranslations("agreement.read");
  if (draft.tags.length === 0) return <p className={text.muted}>{t("none")}</p>;
  return (
    <ul className={styles.chosen}>
      {draft.tags.map((tag) => {
        const thesis = theses.find(({ id }) => id === tag.thesisId);
        const name = thesis?.name ?? "";
        return (
          <li key={tag.thesisId} data-current={draft.current === tag.thesisId || undefined}>
            <span className={list.name}>
              <SeriesSwatch index={thesis?.colorIndex ?? 0} />
              {name}
            </span>
            <span className={list.line}>
              <select
                className={control.small}
                aria-label={t("stanceOf", { thesis: name })}
                value={tag.stance}
                onChange={({ target }) =>
                  onChange(
                    change(draft, {
                      ...tag,
                      stance: stances.find((one) => one === target.value) ?? tag.stance,
                    }),
                  )
                }
              >
                {stances.map((stance) => (
                  <option key={stance} value={stance}>
                    {t(`stances.${stance}`)}
                  </option>
                ))}
              </select>
              <select
                className={control.small}
                aria-label={t("strengthOf", { thesis: name })}
                value={tag.strength}
                onChange={({ target }) => onChange(change(draft, { ...tag, strength: Number(target.value) }))}
              >
                {[1, 2, 3].map((strength) => (
                  <option key={strength}>{strength}</option>
                ))}
              </select>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
