import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import { localizedText } from "@/components/text/localized-text";
import type { Claim } from "../schema";
import styles from "./theses.module.css";

/** The falsifiable sentences under a thesis, each with how it will be judged; rules written afterwards say so. */
export function Claims({ claims, timeZone }: { claims: Claim[]; timeZone: string }) {
  const t = useTranslations("theses.claims");
  return (
    <Section title={t("title")}>
      {claims.length === 0 && <p className={text.muted}>{t("none")}</p>}
      {claims.map((claim) => (
        <OneClaim key={claim.id} claim={claim} timeZone={timeZone} />
      ))}
    </Section>
  );
}

function OneClaim({ claim, timeZone }: { claim: Claim; timeZone: string }) {
  const t = useTranslations("theses.claims");
  const locale = useLocale();
  const read = (text: { en: string; zh: string }) => localizedText(text, locale);
  const facts: [label: string, text: string][] = [
    [t("indicator"), read(claim.indicator)],
    [t("rule"), read(claim.resolutionRule)],
    ...(claim.hedge ? [[t("hedge"), read(claim.hedge)] satisfies [string, string]] : []),
    [t("source"), read(claim.source)],
    [t("elements"), claim.elements.map((element) => read(element.name)).join(" · ")],
  ];
  return (
    <details className={styles.claim}>
      <summary>
        <span className={text.muted}>{t("number", { number: claim.number })}</span>
        <span className={styles.sentence}>{read(claim.statement)}</span>
        <span className={text.muted}>
          {t("deadline", { day: formatInstant(claim.deadline, timeZone, locale, "day") })}
        </span>
        {claim.ruleWrittenAfterWindow && <StatusBadge tone="warning">{t("afterWindow")}</StatusBadge>}
      </summary>
      <dl className={styles.terms}>
        {facts
          .filter(([, text]) => text !== "")
          .map(([label, text]) => (
            <Fact key={label} label={label} text={text} />
          ))}
      </dl>
      {claim.ruleWrittenAfterWindow && <p className={text.note}>{t("afterWindowHint")}</p>}
    </details>
  );
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
