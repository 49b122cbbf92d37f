"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { SeriesSwatch } from "@/components/series-swatch";
import styles from "./reading.module.css";
import { useReading } from "./reading-keys";
import { type ShownTag, useTags } from "./tag-memory";
import type { Row } from "./use-tagging";

const TagStrip = dynamic(() => import("./tag-strip").then((module) => module.TagStrip), { ssr: false });

const signs = { for: "+", against: "−", neutral: "" } as const;

type Props = {
  id: string;
  title: string;
  tags: readonly ShownTag[];
  /** Names and colours of theses the item has that can no longer be picked. */
  retired: readonly { id: string; name: string; colorIndex: number }[];
};

/** An item's tags in the list, and the place where one more is typed. */
export function RowTags({ id, title, tags: served, retired }: Props) {
  const t = useTranslations("news.reading");
  const reading = useReading();
  const tags = useTags(id, served);
  const draft = reading?.draftOf(id) ?? null;
  const register = reading?.register;
  useEffect(() => register?.({ id, title, served }), [register, id, title, served]);
  if (!reading) return null;

  const row: Row = { id, title, served };
  const nameOf = (thesisId: string) => [...reading.theses, ...retired].find((one) => one.id === thesisId);
  return (
    <div className={styles.tagging}>
      <ul className={styles.tags} aria-label={t("tags")}>
        {tags.map(({ thesisId, thesis, stance, strength }) => {
          const known = nameOf(thesisId);
          return (
            <li key={thesisId} className={styles.tag}>
              <SeriesSwatch index={known?.colorIndex ?? 0} />
              {known?.name ?? thesis}
              {signs[stance] && <span aria-hidden="true">{signs[stance].repeat(strength)}</span>}
              <span className="visually-hidden">
                , {t("said", { stance: t(`stances.${stance}`), strength })}
              </span>
            </li>
          );
        })}
      </ul>
      {reading.canTag && !draft && (
        <button
          type="button"
          className={styles.tagButton}
          onClick={() => reading.start(row)}
          aria-label={t("tagThis", { title })}
        >
          {t("tag")}
        </button>
      )}
      {draft && <TagStrip row={row} draft={draft} tags={tags} reading={reading} />}
    </div>
  );
}
