import { getLocale, getTranslations } from "next-intl/server";
import { localizedText } from "@/components/localized-text";
import { PageHeader } from "@/components/page-header";
import { getThesis } from "@/features/theses/queries";
import { ThesisForm } from "@/features/theses/ui/thesis-form";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/auth/session";
import { orNotFound } from "@/server/page";

type Props = { params: Promise<{ workspace: string; slug: string }> };

export default async function EditThesisPage({ params }: Props) {
  const { workspace, slug } = await params;
  const thesis = await orNotFound(getThesis(await pageContext(workspace), { id: slug }));
  const [t, locale] = await Promise.all([getTranslations("theses"), getLocale()]);
  const name = localizedText(thesis.name, locale);
  return (
    <ClientMessages of={["theses.form"]}>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: `/w/${workspace}/theses` },
          { label: name, href: `/w/${workspace}/theses/${thesis.slug}` },
        ]}
        title={t("form.editTitle", { name })}
      />
      <ThesisForm slug={workspace} thesis={thesis} facets={[]} />
    </ClientMessages>
  );
}
