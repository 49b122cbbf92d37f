import { useLocale, useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { localizedText } from "@/components/text/localized-text";
import { ClientMessages } from "@/i18n/client-messages";
import type { Thesis, ThesisDetail } from "../schema";
import { ThesisForm } from "./thesis-form";

type Props = {
  slug: string;
  thesis?: ThesisDetail;
  facets: { slug: string; name: { en: string; zh: string } }[];
  theses: Thesis[];
  owners: { id: string; name: string }[];
};

/** The page around the form: for a new thesis, or for the one given. */
export function ThesisFormPage({ slug, thesis, facets, theses, owners }: Props) {
  const t = useTranslations("theses");
  const base = `/w/${slug}/theses`;
  const name = localizedText(thesis?.name ?? {}, useLocale());
  const others = theses
    .filter((one) => one.id !== thesis?.id)
    .map((one) => ({ slug: one.slug, name: one.name }));
  const crumbs = [
    { label: t("title"), href: base },
    ...(thesis ? [{ label: name, href: `${base}/${thesis.slug}` }] : []),
  ];
  return (
    <>
      <PageHeader title={thesis ? t("form.editTitle", { name }) : t("form.newTitle")} breadcrumbs={crumbs} />
      <ClientMessages of={["theses.form"]}>
        <ThesisForm
          slug={slug}
          facets={facets}
          theses={others}
          owners={owners}
          {...(thesis ? { thesis } : {})}
        />
      </ClientMessages>
    </>
  );
}
