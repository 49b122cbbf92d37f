import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { StatusBadge, type Tone } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { DateText } from "@/components/text/date-text";
import { type Outcome, outcomes } from "../domain/outcome";
import type { DryRunResult } from "../schema";
import styles from "./rules.module.css";

const tones: Record<Outcome, Tone> = {
  tag: "positive",
  change: "info",
  remove: "negative",
  same: "neutral",
  kept: "warning",
};

/** What a rule would do: how often, and to what. */
export function DryRunPanel({
  slug,
  timeZone,
  result,
}: {
  slug: string;
  timeZone: string;
  result: DryRunResult;
}) {
  const t = useTranslations("rules");
  const { examined, matched, complete, counts, data } = result;
  return (
    <Section title={t("dryRun.title")}>
      <p className={text.muted}>
        {t("dryRun.examined", { examined, matched })} {!complete && t("dryRun.incomplete")}
      </p>
      {data.length === 0 ? (
        <p className={text.muted}>{t("dryRun.nothing")}</p>
      ) : (
        <ul className={styles.counts}>
          {outcomes
            .filter((outcome) => (counts[outcome] ?? 0) > 0)
            .map((outcome) => (
              <li key={outcome}>
                <strong>{counts[outcome]}</strong> {t(`dryRun.outcomes.${outcome}`)}
              </li>
            ))}
        </ul>
      )}
      {data.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <ul className={styles.items} tabIndex={0} aria-label={t("dryRun.list")}>
          {data.map((item) => (
            <li key={item.id}>
              <Link href={`/w/${slug}/news/${item.id}`} prefetch={false}>
                {item.title}
              </Link>
              <span className={styles.about}>
                <StatusBadge tone={tones[item.outcome]}>{t(`dryRun.outcomes.${item.outcome}`)}</StatusBadge>
                <DateText value={item.publishedAt} timeZone={timeZone} />
                {item.words.length > 0 && <span>{t("dryRun.words", { words: item.words.join(" · ") })}</span>}
                {item.current && (
                  <span>
                    {t("dryRun.current", {
                      stance: t(`stances.${item.current.stance}`),
                      strength: item.current.strength,
                      by: item.current.by,
                    })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data.length === 200 && <p className={text.muted}>{t("dryRun.more")}</p>}
    </Section>
  );
}
