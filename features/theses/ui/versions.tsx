import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format-date";
import { localizedText } from "@/components/localized-text";
import type { ThesisVersion } from "../schema";
import styles from "./theses.module.css";

/** Every wording the thesis had, newest first: since when it was held, and when and by whom it was written down. */
export function Versions({ versions, timeZone }: { versions: ThesisVersion[]; timeZone: string }) {
  const t = useTranslations("theses.versions");
  const locale = useLocale();
  const day = (value: string) => formatInstant(value, timeZone, locale, "day");
  return (
    <details className={styles.section}>
      <summary>
        {t("title")} ({versions.length})
      </summary>
      {versions.map((version, at) => (
        <article key={version.number} className={styles.claim}>
          <p className={styles.facts}>
            <strong>{t("number", { number: version.number })}</strong>
            {at === 0 && <span>{t("current")}</span>}
            <span>{t("validFrom", { day: day(version.validFrom) })}</span>
            <span>
              {version.recordedBy
                ? t("recordedBy", { day: day(version.recordedAt), name: version.recordedBy })
                : t("recorded", { day: day(version.recordedAt) })}
            </span>
          </p>
          <h3>{localizedText(version.name, locale)}</h3>
          <p className={styles.lead}>{localizedText(version.statement, locale)}</p>
          {version.keywords.length > 0 && <p className={styles.muted}>{version.keywords.join(" · ")}</p>}
          {version.note && <p>{version.note}</p>}
        </article>
      ))}
    </details>
  );
}
