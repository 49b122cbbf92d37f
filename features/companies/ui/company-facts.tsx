import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { countryName } from "../domain";
import type { CompanyDetail } from "../schema";
import styles from "./companies.module.css";
import { useStageName } from "./parts/stage-name";

/** What is known of a company as a list of terms; what is not known is left out. */
export function CompanyFacts({ company }: { company: CompanyDetail }) {
  const t = useTranslations("companies.fields");
  const locale = useLocale();
  const stageName = useStageName();
  const { domain, country, stage, foundedYear, creditCode, name } = company;
  const facts: { term: string; value: ReactNode }[] = [
    { term: t("nameEn"), value: name.en },
    { term: t("nameZh"), value: name.zh },
    {
      term: t("domain"),
      value: domain && (
        <a href={`https://${domain}`} rel="noreferrer noopener" target="_blank">
          {domain}
        </a>
      ),
    },
    { term: t("country"), value: country && countryName(country, locale) },
    { term: t("stage"), value: stage && stageName(stage) },
    { term: t("foundedYear"), value: foundedYear },
    { term: t("creditCode"), value: creditCode && <code>{creditCode}</code> },
  ];
  return (
    <dl className={`${styles.facts} ${styles.panel}`}>
      {facts
        .filter(({ value }) => value !== null)
        .map(({ term, value }) => (
          <Fact key={term} term={term} value={value} />
        ))}
    </dl>
  );
}

function Fact({ term, value }: { term: string; value: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}
