import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { getNews } from "@/features/news/queries/news-item";
import { NewsForm } from "@/features/news/ui/news-form";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContextFor } from "@/server/auth/session";
import { orNotFound } from "@/server/page";

type Props = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("news"))("item.edit") };
}

export default async function EditNewsPage({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await pageContextFor(workspace, "news:write");
  const [item, t] = await Promise.all([orNotFound(getNews(ctx, { id })), getTranslations("news")]);
  const { title, publishedAt, kind, language, text } = item;
  return (
    <ClientMessages of={["news.form", "news.fields", "news.kinds"]}>
      <PageHeader
        title={t("item.edit")}
        breadcrumbs={[
          { label: t("title"), href: `/w/${workspace}/news` },
          { label: title, href: `/w/${workspace}/news/${id}` },
        ]}
      />
      <NewsForm
        slug={workspace}
        timeZone={ctx.workspace.timeZone}
        item={{ id, version: item.version }}
        values={{ title, url: item.url ?? "", publishedAt, kind, language, author: item.author ?? "", text }}
        theses={[]}
      />
    </ClientMessages>
  );
}
