import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { companyValues, listCompanies } from "@/features/companies/queries";
import { CompaniesList } from "@/features/companies/ui/companies-list";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
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
  const [companies, values, theses] = await Promise.all([
    listPage(ctx, listCompanies, search, await getLocale()),
    companyValues(ctx, {}),
    listTheses(ctx, {}),
  ]);
  return (
    <CompaniesList
      slug={workspace}
      companies={companies}
      values={values}
      theses={thesisOptions(theses.data)}
      searchParams={search}
      canWrite={grants(ctx.role, "company:write")}
    />
  );
}
