import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";
import { listFacets } from "@/features/theses/queries";
import { ThesisForm } from "@/features/theses/ui/thesis-form";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }> };

export default async function NewThesisPage({ params }: Props) {
  const { workspace } = await params;
  const facets = await listFacets(await pageContext(workspace), {});
  const t = await getTranslations("theses");
  return (
    <ClientMessages of={["theses.form"]}>
      <PageHeader breadcrumbs={[{ label: t("title"), href: `/w/${workspace}/theses` }]} title={t("form.newTitle")} />
      <ThesisForm slug={workspace} facets={facets.data} />
    </ClientMessages>
  );
}
