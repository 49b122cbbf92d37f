"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import styles from "../reading.module.css";
import { useReading } from "./reading-context";
import { useDraft, useIsPeeked } from "./reading-store";
import { type ShownTag, useTags } from "./tag-memory";
import type { Row } from "./tagging-steps";

const TagStrip = dynamic(() => import("./tag-strip").then((module) => module.TagStrip), { ssr: false });

const signs = { for: "+", against: "−", neutral: "" } as const;

type Props = {
  id: string;
  title: string;
  tags: readonly ShownTag[];
  /** Names and colours of theses the item has that can no longer be picked. */
  retired: readonly { id: string; name: string; colorIndex: number }[];
  /** In the inbox: whose it is (a member's id) and the day until which it sleeps. */
  assignee?: string | null;
  until?: string | null;
};

/** An item's tags in the list, and the place where one more is typed. */
export function RowTags({ id, title, tags: served, retired, assignee = null, until = null }: Props) {
  const t = useTranslations("news.reading");
  const reading = useReading();
  const tags = useTags(id, served);
  const draft = useDraft(id);
  const peeked = useIsPeeked(id);
  const register = reading?.register;
  const row = useMemo<Row>(
    () => ({ id, title, served, assignee, until }),
    [id, title, served, assignee, until],
  );
  useEffect(() => register?.(row), [register, row]);
  if (!reading) return null;

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
      {reading.peek && (
        <button
          type="button"
          className={styles.tagButton}
          onClick={() => reading.peek?.(id)}
          aria-label={t("peek.openThis", { title })}
          aria-expanded={peeked}
        >
          {t("peek.open")}
        </button>
      )}
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
      {draft && (
        <TagStrip
          id={id}
          title={title}
          draft={draft}
          removable={tags.some((tag) => tag.thesisId === draft.thesis)}
          reading={reading}
        />
      )}
    </div>
  );
}
