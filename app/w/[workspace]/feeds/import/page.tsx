import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";
import type { SearchParams } from "@/components/query-string";
import { readStartingList } from "@/features/news/queries/starting-list";
import { OpmlImport } from "@/features/news/ui/opml-import";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContextFor } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feeds"))("import") };
}

export default async function ImportFeedsPage({ params, searchParams }: Props) {
  const [{ workspace }, { list }, t] = await Promise.all([params, searchParams, getTranslations("feeds")]);
  await pageContextFor(workspace, "feed:write");
  return (
    <ClientMessages of={["feeds.opml"]}>
      <PageHeader
        title={t("import")}
        description={t("opml.description")}
        breadcrumbs={[{ label: t("title"), href: `/w/${workspace}/feeds` }]}
      />
      <OpmlImport slug={workspace} starting={await readStartingList()} useStarting={list === "starting"} />
    </ClientMessages>
  );
}
