import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getCompany } from "@/features/companies/queries";
import { CompanyFormPage } from "@/features/companies/ui/company-form-page";
import { pageContextFor } from "@/server/auth/session";
import { orNotFound } from "@/server/page";

type Props = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies.page"))("edit") };
}

export default async function EditCompanyPage({ params }: Props) {
  const { workspace, id } = await params;
  const company = await orNotFound(getCompany(await pageContextFor(workspace, "company:write"), { id }));
  return <CompanyFormPage slug={workspace} company={company} theses={[]} />;
}
