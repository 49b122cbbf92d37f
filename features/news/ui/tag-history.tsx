import { useLocale, useTranslations } from "next-intl";
import text from "@/components/layout/text.module.css";
import { DateText } from "@/components/text/date-text";
import { localizedText } from "@/components/text/localized-text";
import type { Tag } from "@/features/tags/schema";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import styles from "./parts/news-page.module.css";

type Props = {
  history: readonly (Tag & { supersededAt: string | null; supersededBy: string | null })[];
  theses: readonly ThesisOption[];
  timeZone: string;
};

/** Every tag the item ever had, newest first: who or what set it and how sure it was, its note, how long it stood and who ended it. */
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
            <span className={text.small}>
              {tag.origin !== "person" && (
                <>{t(`history.origins.${tag.origin}`, confidenceOf(tag, locale))} · </>
              )}
              <DateText value={tag.recordedAt} timeZone={timeZone} style="time" />
              {" · "}
              {tag.supersededAt ? (
                <>
                  → <DateText value={tag.supersededAt} timeZone={timeZone} style="time" />
                  {tag.supersededBy && ` · ${t("history.endedBy", { name: tag.supersededBy })}`}
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

/** Of a model's tag, how sure it was; others have no such figure. */
function confidenceOf({ confidence }: Tag, locale: string) {
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return { confidence: confidence === null ? "" : percent.format(confidence) };
}
