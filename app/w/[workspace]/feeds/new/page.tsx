import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { FeedFinder } from "@/features/feeds/ui/feed-finder";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContextFor } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feeds"))("add") };
}

export default async function NewFeedPage({ params }: Props) {
  const [{ workspace: slug }, t] = await Promise.all([params, getTranslations("feeds")]);
  const { workspace } = await pageContextFor(slug, "feed:write");
  return (
    <ClientMessages of={["feeds.finder", "feeds.problems"]}>
      <PageHeader
        title={t("add")}
        description={t("finder.description")}
        breadcrumbs={[{ label: t("title"), href: `/w/${slug}/feeds` }]}
      />
      <FeedFinder slug={slug} timeZone={workspace.timeZone} />
    </ClientMessages>
  );
}
