import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompanyFormPage } from "@/features/companies/ui/company-form-page";
import { listTheses } from "@/features/theses/queries";
import { pageContextFor } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies.form"))("createTitle") };
}

export default async function NewCompanyPage({ params }: Props) {
  const { workspace } = await params;
  const theses = await listTheses(await pageContextFor(workspace, "company:write"), { status: "active" });
  return <CompanyFormPage slug={workspace} theses={theses.data} />;
}
