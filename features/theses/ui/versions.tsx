import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import { localizedText } from "@/components/text/localized-text";
import { ownTexts } from "../domain/wording";
import { type Piece, wordingDiff } from "../domain/wording-diff";
import type { ThesisVersion } from "../schema";
import styles from "./theses.module.css";

type Props = { versions: ThesisVersion[]; timeZone: string };

/** Every wording the thesis had, newest first: since when it was held, who wrote it down when, and what it changed. */
export function Versions({ versions, timeZone }: Props) {
  const t = useTranslations("theses.versions");
  const locale = useLocale();
  const day = (value: string) => formatInstant(value, timeZone, locale, "day");
  return (
    <Section title={t("title")}>
      {versions.map((version, at) => {
        const before = versions[at + 1];
        const by = version.recordedBy;
        return (
          <details key={version.number} className={styles.claim} open={at === 0 && before !== undefined}>
            <summary>
              <strong>{t("number", { number: version.number })}</strong>
              <span>{t("validFrom", { day: day(version.validFrom) })}</span>
              <span className={text.muted}>
                {by
                  ? t("recordedBy", { day: day(version.recordedAt), name: by })
                  : t("recorded", { day: day(version.recordedAt) })}
              </span>
              {at === 0 && <span className={text.muted}>{t("current")}</span>}
            </summary>
            {version.note && <p className={text.note}>{t("note", { note: version.note })}</p>}
            {before ? <Changes before={before} after={version} /> : <Whole version={version} />}
          </details>
        );
      })}
    </Section>
  );
}

function Whole({ version }: { version: ThesisVersion }) {
  const locale = useLocale();
  return (
    <>
      <h3>{localizedText(version.name, locale)}</h3>
      <p className={styles.wording}>{localizedText(version.statement, locale)}</p>
      {version.keywords.length > 0 && <p className={text.muted}>{version.keywords.join(" · ")}</p>}
    </>
  );
}

/** The reader's language first; the other one only where it changed. Keywords as those that came and went. */
function Changes({ before, after }: { before: ThesisVersion; after: ThesisVersion }) {
  const t = useTranslations("theses.versions");
  const languages = useLocale().startsWith("zh") ? (["zh", "en"] as const) : (["en", "zh"] as const);
  const texts = languages.flatMap((language) =>
    (["name", "statement"] as const)
      .map((field) => ({
        field,
        language,
        // A text that only stood in for the other language did not change into its translation.
        was: ownTexts(before[field])[language],
        is: ownTexts(after[field])[language],
      }))
      .filter(({ was, is }) => was !== is),
  );
  const keywords: Piece[] = [
    ...before.keywords
      .filter((word) => !after.keywords.includes(word))
      .map((text) => ({ kind: "removed" as const, text })),
    ...after.keywords
      .filter((word) => !before.keywords.includes(word))
      .map((text) => ({ kind: "added" as const, text })),
  ];
  return (
    <dl className={styles.changes}>
      {texts.map(({ field, language, was, is }) => (
        <div key={field + language}>
          <dt>{t(`changed.${field}.${language}`)}</dt>
          <dd className={styles.wording} lang={language}>
            <Pieces pieces={wordingDiff(was, is, language)} />
          </dd>
        </div>
      ))}
      {keywords.length > 0 && (
        <div>
          <dt>{t("changed.keywords")}</dt>
          <dd className={styles.words}>
            <Pieces pieces={keywords} />
          </dd>
        </div>
      )}
      {texts.length === 0 && keywords.length === 0 && <p className={text.muted}>{t("changed.order")}</p>}
    </dl>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ kind, text }, at) => {
    const key = `${kind}-${at}`;
    if (kind === "removed") return <del key={key}>{text}</del>;
    return kind === "added" ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
  });
}
