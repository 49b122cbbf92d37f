"use client";

import { useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { useReading } from "./desk-context";
import styles from "./row-tags.module.css";
import type { ShownTag } from "./tag-memory";

/** Name and colour of a thesis that an item has and that can no longer be picked. */
export type RetiredThesis = { id: string; name: string; colorIndex: number };

const signs = { for: "+", against: "−", neutral: "" } as const;

/** An item's tags; of a rule's that nobody confirmed it says so. */
export function TagList({ tags, retired }: { tags: readonly ShownTag[]; retired: readonly RetiredThesis[] }) {
  const t = useTranslations("news.reading");
  const { theses } = useReading();
  const known = (id: string) => [...theses, ...retired].find((one) => one.id === id);
  return (
    <ul className={styles.tags} aria-label={t("tags")}>
      {tags.map(({ thesisId, thesis, stance, strength, origin, by }) => (
        <li key={thesisId} className={`${styles.tag} ${origin === "rule" ? styles.proposed : ""}`}>
          <SeriesSwatch index={known(thesisId)?.colorIndex ?? 0} />
          {known(thesisId)?.name ?? thesis}
          {signs[stance] && <span aria-hidden="true">{signs[stance].repeat(strength)}</span>}
          <span className="visually-hidden">, {t("said", { stance: t(`stances.${stance}`), strength })}</span>
          {origin === "rule" && <span className={styles.byRule}>{t("rules.by", { rule: by })}</span>}
        </li>
      ))}
    </ul>
  );
}
