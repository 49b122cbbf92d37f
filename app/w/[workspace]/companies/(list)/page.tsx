import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { companyValues, listCompanies } from "@/features/companies/queries";
import { CompaniesList } from "@/features/companies/ui/companies-list";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { openListPage } from "@/features/views/ui/parts/open-list-page";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies"))("title") };
}

export default async function CompaniesPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const [listed, values, theses] = await Promise.all([
    openListPage(ctx, "companies", listCompanies, search),
    companyValues(ctx, {}),
    listTheses(ctx, {}),
  ]);
  return (
    <CompaniesList
      listed={listed}
      timeZone={ctx.workspace.timeZone}
      values={values}
      theses={thesisOptions(theses.data)}
      canWrite={grants(ctx.role, "company:write")}
    />
  );
}
