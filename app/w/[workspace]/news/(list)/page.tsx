import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { localizedText } from "@/components/text/localized-text";
import { getCompany } from "@/features/companies/queries";
import { newsValues } from "@/features/news/queries/news-item";
import { listNews } from "@/features/news/queries/news-list";
import { NewsList } from "@/features/news/ui/news-list";
import { chipsOf } from "@/features/suggestions/ui/chips-of";
import { SuggestionKeys } from "@/features/suggestions/ui/suggestion-keys";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { openListPage } from "@/features/views/ui/parts/open-list-page";
import { pageContext } from "@/server/auth/session";
import type { Context } from "@/server/context";
import { AppError } from "@/server/errors";
import { isUuid } from "@/server/ids";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("news"))("title") };
}

export default async function NewsPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const [locale, all] = await Promise.all([getLocale(), listTheses(ctx, {})]);
  const theses = thesisOptions(all.data);
  const [listed, values, company] = await Promise.all([
    openListPage(ctx, "news", listNews, search),
    newsValues(ctx, {}),
    typeof search.company === "string" ? companyOf(ctx, search.company) : null,
  ]);
  const canTag = grants(ctx.role, "tag:write");
  return (
    <NewsList
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      listed={listed}
      values={values}
      company={company}
      theses={theses}
      canWrite={grants(ctx.role, "news:write")}
      canTag={canTag}
      suggestions={canTag ? await chipsOf(ctx, listed.list.data, theses, locale) : {}}
      moreKeys={canTag && <SuggestionKeys />}
      canFollow={grants(ctx.role, "feed:write")}
    />
  );
}

/** The one company the address names, for the filter's label. */
async function companyOf(ctx: Context, id: string): Promise<{ id: string; name: string } | null> {
  if (!isUuid(id)) return null;
  try {
    return { id, name: localizedText((await getCompany(ctx, { id })).name, await getLocale()) };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
