import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { readName } from "@/features/companies/domain";
import { ClientMessages } from "@/i18n/client-messages";
import { dayIn } from "@/lib/calendar/days";
import { currencyOptions } from "@/lib/text/currencies";
import type { Deal, Pipeline } from "../schema";
import { DealForm } from "./deal-form";

type Props = {
  slug: string;
  workspace: { timeZone: string; currency: string };
  now: Date;
  deal?: Deal;
  company: Deal["company"] | null;
  start?: { theses: string[]; ownerId: string | null };
  stage?: string | undefined;
  pipelines: Pipeline[];
  owners: { id: string; name: string }[];
  theses: { slug: string; name: { en: string; zh: string } }[];
  canFlag: boolean;
};

/** Currencies rounds are usually in; the rest follow in their order. */
const usual = ["USD", "CNY", "EUR", "GBP", "HKD", "JPY", "SGD", "INR", "KRW", "CAD", "AUD", "CHF"];

/** The page around the form: for a new deal, or for the one given. */
export function DealFormPage({ slug, workspace, now, deal, company, pipelines, theses, ...rest }: Props) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const base = `/w/${slug}/deals`;
  const pipeline = pipelines.find((one) => one.id === deal?.pipelineId) ?? pipelines[0];
  const name = deal && readName(deal.company.name, locale).main;
  const crumbs = [
    { label: t("title"), href: base },
    ...(deal && name ? [{ label: name, href: `${base}/${deal.id}` }] : []),
  ];
  return (
    <>
      <PageHeader
        title={name ? t("form.editTitle", { company: name }) : t("form.createTitle")}
        breadcrumbs={crumbs}
      />
      {!pipeline && <EmptyState title={t("form.noPipeline")} />}
      {pipeline && (
        <ClientMessages of={["deals.fields", "deals.form", "deals.errors", "companies.picker"]}>
          <DealForm
            {...rest}
            {...(deal ? { deal } : {})}
            slug={slug}
            company={company}
            pipeline={pipeline}
            theses={theses.map((thesis) => ({ slug: thesis.slug, name: thesis.name }))}
            currencies={currencyOptions(locale, [workspace.currency, ...usual])}
            today={dayIn(now, workspace.timeZone)}
          />
        </ClientMessages>
      )}
    </>
  );
}
