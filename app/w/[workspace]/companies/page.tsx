import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { chosenColumns } from "@/components/filter/list-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { companyValues, listCompanies } from "@/features/companies/queries";
import { CompaniesList } from "@/features/companies/ui/companies-list";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { listBar } from "@/features/views/ui/parts/list-bar";
import { openList } from "@/features/views/ui/parts/open-list";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";
import { listPage } from "@/server/record/list-page";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies"))("title") };
}

export default async function CompaniesPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const locale = await getLocale();
  const opened = await openList(ctx, "companies", `/w/${workspace}/companies`, search);
  const { columns, ...asked } = search;
  const chosen = chosenColumns(columns);
  const [companies, values, theses] = await Promise.all([
    listPage(ctx, listCompanies, asked, locale),
    companyValues(ctx, {}),
    listTheses(ctx, {}),
  ]);
  return (
    <CompaniesList
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      bar={await listBar(ctx, opened, companies, locale, chosen)}
      chosen={chosen}
      companies={companies}
      values={values}
      theses={thesisOptions(theses.data)}
      searchParams={search}
      canWrite={grants(ctx.role, "company:write")}
    />
  );
}
