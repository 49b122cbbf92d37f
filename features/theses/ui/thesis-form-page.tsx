import { useLocale, useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { localizedText } from "@/components/text/localized-text";
import { ClientMessages } from "@/i18n/client-messages";
import type { ThesisDetail } from "../schema";
import { ThesisForm } from "./thesis-form";

type Props = {
  slug: string;
  thesis?: ThesisDetail;
  facets: { slug: string; name: { en: string; zh: string } }[];
  owners: { id: string; name: string }[];
};

/** The page around the form: for a new thesis, or for the one given. */
export function ThesisFormPage({ slug, thesis, facets, owners }: Props) {
  const t = useTranslations("theses");
  const base = `/w/${slug}/theses`;
  const name = localizedText(thesis?.name ?? {}, useLocale());
  const crumbs = [
    { label: t("title"), href: base },
    ...(thesis ? [{ label: name, href: `${base}/${thesis.slug}` }] : []),
  ];
  return (
    <>
      <PageHeader title={thesis ? t("form.editTitle", { name }) : t("form.newTitle")} breadcrumbs={crumbs} />
      <ClientMessages of={["theses.form"]}>
        <ThesisForm slug={slug} facets={facets} owners={owners} {...(thesis ? { thesis } : {})} />
      </ClientMessages>
    </>
  );
}
