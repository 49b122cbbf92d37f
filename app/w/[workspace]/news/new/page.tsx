import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { PageHeader } from "@/components/layout/page-header";
import { newsAtAddress } from "@/features/news/queries/news-at-address";
import { NewsLookup } from "@/features/news/ui/news-lookup";
import { pickTheses } from "@/features/news/ui/parts/desk/pick-theses";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContextFor } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("news"))("add") };
}

export default async function NewNewsPage({ params, searchParams }: Props) {
  const [{ workspace }, given, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations("news"),
    getLocale(),
  ]);
  const ctx = await pageContextFor(workspace, "news:write");
  const url = textOf(given.url);
  const [theses, existing] = await Promise.all([
    listTheses(ctx, { status: "active" }),
    url ? newsAtAddress(ctx, { urls: [url] }) : null,
  ]);
  return (
    <ClientMessages of={["news.form", "news.fields", "news.kinds", "news.lookup", "feeds.problems"]}>
      <PageHeader
        title={t("add")}
        description={t("lookup.description")}
        breadcrumbs={[{ label: t("title"), href: `/w/${workspace}/news` }]}
        actions={<LinkButton href={`/w/${workspace}/news/bookmarklet`}>{t("bookmarklet.link")}</LinkButton>}
      />
      <NewsLookup
        slug={workspace}
        timeZone={ctx.workspace.timeZone}
        url={url}
        existing={existing}
        title={textOf(given.title)}
        text={textOf(given.text)}
        theses={pickTheses(thesisOptions(theses.data), locale)}
      />
    </ClientMessages>
  );
}

/** What the bookmarklet sends along. */
function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.slice(0, 20_000) : "";
}
