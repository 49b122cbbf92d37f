import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Fact, Facts } from "@/components/layout/facts";
import { listText } from "@/components/text/list-text";
import { useStageName } from "@/features/companies/ui/parts/stage-name";
import { formatMoneyLong } from "../domain";
import type { Deal } from "../schema";

/** What is known of a deal as a list of terms; what is not known is left out. */
export function DealFacts({ deal, company }: { deal: Deal; company: ReactNode }) {
  const t = useTranslations("deals.fields");
  const locale = useLocale();
  const format = useFormatter();
  const stageName = useStageName();
  const facts: Fact[] = [
    { term: t("company"), value: company },
    { term: t("round"), value: deal.round && stageName(deal.round) },
    { term: t("amount"), value: deal.amount && formatMoneyLong(deal.amount, locale) },
    { term: t("valuation"), value: deal.valuation && formatMoneyLong(deal.valuation, locale) },
    { term: t("owner"), value: deal.owner?.name },
    { term: t("lead"), value: deal.lead },
    {
      term: t("coInvestors"),
      value: deal.coInvestors.length > 0 && listText(deal.coInvestors, locale),
    },
    { term: t("source"), value: deal.source },
    {
      term: t("openedOn"),
      // A calendar day has no zone: it is read and printed in the same one.
      value: format.dateTime(new Date(`${deal.openedOn}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" }),
    },
  ];
  return <Facts facts={facts} />;
}
