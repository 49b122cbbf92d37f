import { useLocale, useTranslations } from "next-intl";
import { type Fact, Facts } from "@/components/layout/facts";
import { countryName } from "../domain";
import type { CompanyDetail } from "../schema";
import { useStageName } from "./parts/stage-name";

/** What is known of a company as a list of terms; what is not known is left out. */
export function CompanyFacts({ company }: { company: CompanyDetail }) {
  const t = useTranslations("companies.fields");
  const locale = useLocale();
  const stageName = useStageName();
  const { domain, country, stage, foundedYear, creditCode, name } = company;
  const facts: Fact[] = [
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
  return <Facts facts={facts} />;
}
