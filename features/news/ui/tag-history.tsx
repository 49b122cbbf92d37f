import { useLocale, useTranslations } from "next-intl";
import { DateText } from "@/components/date-text";
import { localizedText } from "@/components/localized-text";
import type { Tag } from "@/features/tags/schema";
import type { ThesisOption } from "@/features/tags/ui/tag-swatches";
import styles from "./news-page.module.css";

type Props = {
  history: readonly (Tag & { supersededAt: string | null })[];
  theses: readonly ThesisOption[];
  timeZone: string;
};

/** Every tag the item ever had, newest first, with its note and how long it stood. */
export function TagHistoryList({ history, theses, timeZone }: Props) {
  const t = useTranslations("tags");
  const locale = useLocale();
  return (
    <ol className={styles.revisions}>
      {history.map((tag) => {
        const thesis = theses.find((one) => one.id === tag.thesisId);
        return (
          <li key={`${tag.thesisId} ${tag.recordedAt} ${tag.supersededAt}`}>
            <span>
              {t("history.put", {
                name: tag.by,
                thesis: thesis ? localizedText(thesis.name, locale) : tag.thesis,
                stance: t(`editor.stances.${tag.stance}`),
                strength: tag.strength,
              })}
            </span>
            {tag.note && <q>{tag.note}</q>}
            <span className={styles.when}>
              <DateText value={tag.recordedAt} timeZone={timeZone} style="time" />
              {" · "}
              {tag.supersededAt ? (
                <>
                  → <DateText value={tag.supersededAt} timeZone={timeZone} style="time" />
                </>
              ) : (
                t("history.now")
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
