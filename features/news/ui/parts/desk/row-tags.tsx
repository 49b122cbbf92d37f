"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useDeskState, useDraft, useReading, useTags } from "./desk-context";
import { ProposalAnswers } from "./proposal-answers";
import { RowButton } from "./row-button";
import styles from "./row-tags.module.css";
import { proposedOf } from "./tag-changes";
import { type RetiredThesis, TagList } from "./tag-list";
import type { ShownTag } from "./tag-memory";

const TagStrip = dynamic(() => import("./tag-strip").then((module) => module.TagStrip), { ssr: false });

type Props = {
  id: string;
  title: string;
  tags: readonly ShownTag[];
  /** Names and colours of theses the item has that can no longer be picked. */
  retired: readonly RetiredThesis[];
};

/** An item's tags in the list, and the place where one more is typed. */
export function RowTags({ id, title, tags: served, retired }: Props) {
  const t = useTranslations("news.reading");
  const { desk, canTag, single } = useReading();
  const pane = useDeskState(desk, (state) => state.pane);
  const tags = useTags(desk, id, served);
  const draft = useDraft(desk, id);
  const previewed = useDeskState(desk, ({ preview }) => preview === id);
  useEffect(() => desk.enter({ id, title, served }), [desk, id, title, served]);
  useEffect(() => () => desk.leave(id), [desk, id]);

  return (
    <div className={styles.tagging} data-single={single || undefined}>
      <TagList tags={tags} retired={retired} />
      {canTag && proposedOf(tags).length > 0 && <ProposalAnswers id={id} title={title} />}
      {!single && !pane && (
        <RowButton
          keyOf="preview"
          onClick={() => desk.togglePreview(id)}
          aria-label={t("preview.openThis", { title })}
          aria-expanded={previewed}
        >
          {t("preview.open")}
        </RowButton>
      )}
      {canTag && !draft && (
        <RowButton keyOf="menu" onClick={() => desk.startTag(id)} aria-label={t("tagThis", { title })}>
          {t("tag")}
        </RowButton>
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
