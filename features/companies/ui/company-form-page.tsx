import { useLocale, useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { ClientMessages } from "@/i18n/client-messages";
import { countryCodes, countryName, readName } from "../domain";
import type { Company } from "../schema";
import { CompanyForm } from "./company-form";

type Props = {
  slug: string;
  company?: Company;
  theses: { slug: string; name: { en: string; zh: string } }[];
};

/** The page around the form: for a new company, or for the one given. */
export function CompanyFormPage({ slug, company, theses }: Props) {
  const t = useTranslations("companies");
  const locale = useLocale();
  const base = `/w/${slug}/companies`;
  const name = company && readName(company.name, locale).main;
  const crumbs = [
    { label: t("title"), href: base },
    ...(company && name ? [{ label: name, href: `${base}/${company.id}` }] : []),
  ];
  return (
    <>
      <PageHeader title={name ? t("form.editTitle", { name }) : t("form.createTitle")} breadcrumbs={crumbs} />
      <ClientMessages of={["companies"]}>
        <CompanyForm
          slug={slug}
          countries={countriesIn(locale)}
          theses={theses.map((thesis) => ({ slug: thesis.slug, name: thesis.name }))}
          {...(company ? { company } : {})}
        />
      </ClientMessages>
    </>
  );
}

/** Codes the names' data knows that are no country: unions, outlying parts and regions. */
const notCountries = new Set(["EU", "EZ", "UN", "QO", "XA", "XB"]);

/** Every country and territory there is, in the reader's language and its order. */
function countriesIn(locale: string): { code: string; name: string }[] {
  return countryCodes
    .filter((code) => !notCountries.has(code))
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
