"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { useDeskState, useDraft, useReading, useTags } from "./desk-context";
import styles from "./row-tags.module.css";
import type { ShownTag } from "./tag-memory";

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
  const { desk, theses, canTag, single } = useReading();
  const tags = useTags(desk, id, served);
  const draft = useDraft(desk, id);
  const previewed = useDeskState(desk, ({ preview }) => preview === id);
  useEffect(() => desk.enter({ id, title, served }), [desk, id, title, served]);
  useEffect(() => () => desk.leave(id), [desk, id]);

  const nameOf = (thesisId: string) => [...theses, ...retired].find((one) => one.id === thesisId);
  return (
    <div className={styles.tagging} data-single={single || undefined}>
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
      {!single && (
        <button
          type="button"
          className={styles.tagButton}
          onClick={() => desk.togglePreview(id)}
          aria-label={t("preview.openThis", { title })}
          aria-expanded={previewed}
        >
          {t("preview.open")}
        </button>
      )}
      {canTag && !draft && (
        <button
          type="button"
          className={styles.tagButton}
          onClick={() => desk.startTag(id)}
          aria-label={t("tagThis", { title })}
        >
          {t("tag")}
        </button>
      )}
      {draft && (
        <TagStrip
          target={id}
          title={title}
          draft={draft}
          removable={tags.some((tag) => tag.thesisId === draft.thesis)}
        />
      )}
    </div>
  );
}
