import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { readFilters } from "@/features/companies/domain";
import { companyValues, listCompanies } from "@/features/companies/queries";
import { ListCompanies } from "@/features/companies/schema";
import { CompaniesList } from "@/features/companies/ui/companies-list";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies"))("title") };
}

export default async function CompaniesPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const theses = thesisOptions((await listTheses(ctx, {})).data);
  const { cursor, limit, ...filters } = readFilters(ListCompanies.shape, search, {
    thesis: theses.flatMap(({ id, slug }) => [id, slug]),
  });
  const [companies, values] = await Promise.all([
    listCompanies(ctx, { ...filters, cursor, limit }),
    companyValues(ctx, {}),
  ]);
  return (
    <CompaniesList
      slug={workspace}
      companies={companies}
      values={values}
      theses={theses}
      filters={filters}
      searchParams={search}
      canWrite={grants(ctx.role, "company:write")}
    />
  );
}
