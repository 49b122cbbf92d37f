import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { NewsImport } from "@/features/imports/ui/news-import";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContextFor } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("news.import"))("title") };
}

export default async function Page({ params }: Props) {
  const [{ workspace }, t] = await Promise.all([params, getTranslations("news")]);
  await pageContextFor(workspace, "news:write");
  return (
    <ClientMessages of={["news.import", "runs.progress", "runs.undo", "errors"]}>
      <PageHeader
        title={t("import.title")}
        description={t("import.description")}
        breadcrumbs={[{ label: t("title"), href: `/w/${workspace}/news` }]}
      />
      <NewsImport slug={workspace} />
    </ClientMessages>
  );
}
