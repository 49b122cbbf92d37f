import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { PageHeader } from "@/components/layout/page-header";
import { readStartingList } from "@/features/feeds/queries/starting-list";
import { OpmlImport } from "@/features/feeds/ui/opml-import";
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
