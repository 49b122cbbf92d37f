"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { SelectField } from "@/components/form/form-field";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import {
  tagCompanyAction,
  tagDealAction,
  tagNewsAction,
  untagCompanyAction,
  untagDealAction,
  untagNewsAction,
} from "../../actions";
import type { Tag } from "../../schema";
import styles from "./tag-editor.module.css";
import { type TagChange, TagEditorRow } from "./tag-editor-row";
import type { ThesisOption } from "./tag-swatches";

type Shown = Pick<Tag, "thesis" | "thesisId" | "stance" | "strength" | "note"> & Partial<Pick<Tag, "by">>;

type Props = {
  workspace: string;
  subject: "news" | "company" | "deal";
  subjectId: string;
  tags: readonly Shown[];
  theses: readonly ThesisOption[];
  /** Thesis id → the day it was put, written out. */
  days: Record<string, string>;
};

const doors = {
  news: { put: tagNewsAction, remove: untagNewsAction },
  company: { put: tagCompanyAction, remove: untagCompanyAction },
  deal: { put: tagDealAction, remove: untagDealAction },
};

/** Each change is saved as it is made; the screen shows it at once and takes it back when it could not be saved. */
export function TagEditorList({ workspace, subject, subjectId, tags, theses, days }: Props) {
  const t = useTranslations("tags.editor");
  const locale = useLocale();
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [shown, show] = useOptimistic(tags);
  const door = doors[subject];

  const save = (next: readonly Shown[], send: () => Promise<{ ok: boolean; error?: { message: string } }>) =>
    startTransition(async () => {
      show(next);
      const result = await send();
      if (!result.ok)
        notify({ tone: "negative", message: t("failed", { reason: result.error?.message ?? "" }) });
      router.refresh();
    });
  const put = (thesisId: string, change: TagChange) => {
    const thesis = theses.find((one) => one.id === thesisId);
    const {
      stance = "neutral",
      strength = 1,
      note = null,
    } = { ...shown.find((tag) => tag.thesisId === thesisId), ...change };
    const next = { thesis: thesis?.slug ?? "", thesisId, stance, strength, note };
    const kept = shown.some((tag) => tag.thesisId === thesisId)
      ? shown.map((tag) => (tag.thesisId === thesisId ? { ...tag, ...next } : tag))
      : [...shown, next];
    save(kept, () => door.put(workspace, { id: subjectId, thesis: thesisId, stance, strength, note }));
  };
  const remove = (thesisId: string) =>
    save(
      shown.filter((tag) => tag.thesisId !== thesisId),
      () => door.remove(workspace, { id: subjectId, thesis: thesisId }),
    );

  const free = theses.filter(
    (thesis) => thesis.status !== "retired" && !shown.some((tag) => tag.thesisId === thesis.id),
  );
  return (
    <div className={styles.editor}>
      {shown.length === 0 && <p className={text.muted}>{t("none")}</p>}
      <ul className={styles.list}>
        {shown.map((tag) => {
          const thesis = theses.find((one) => one.id === tag.thesisId);
          return (
            <TagEditorRow
              key={tag.thesisId}
              tag={tag}
              name={thesis ? localizedText(thesis.name, locale) : tag.thesis}
              colorIndex={thesis?.colorIndex ?? 0}
              by={tag.by ? t("by", { name: tag.by, day: days[tag.thesisId] ?? "" }) : ""}
              onChange={(change) => put(tag.thesisId, change)}
              onRemove={() => remove(tag.thesisId)}
            />
          );
        })}
      </ul>
      {free.length > 0 && (
        <SelectField
          name="thesis"
          label={t("add")}
          value=""
          onChange={(event) => event.target.value && put(event.target.value, {})}
        >
          <option value="">{t("choose")}</option>
          {free.map((thesis) => (
            <option key={thesis.id} value={thesis.id}>
              {localizedText(thesis.name, locale)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
