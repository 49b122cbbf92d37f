import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { BookmarkletLink } from "@/features/news/ui/bookmarklet-link";
import { InboundExample } from "@/features/news/ui/inbound-example";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContextFor } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("news.bookmarklet"))("title") };
}

export default async function Page({ params }: Props) {
  const [{ workspace }, t] = await Promise.all([params, getTranslations("news")]);
  const ctx = await pageContextFor(workspace, "news:write");
  return (
    <ClientMessages of={["news.bookmarklet"]}>
      <PageHeader
        title={t("bookmarklet.title")}
        description={t("bookmarklet.description")}
        breadcrumbs={[{ label: t("title"), href: `/w/${workspace}/news` }]}
      />
      <BookmarkletLink path={`/w/${workspace}/news/new`} workspace={ctx.workspace.name} />
      <InboundExample />
    </ClientMessages>
  );
}
