import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getDeal, listOwners } from "@/features/deals/queries/deals";
import { listPipelines } from "@/features/deals/queries/pipelines";
import { DealFormPage } from "@/features/deals/ui/deal-form-page";
import { pageContextFor } from "@/server/auth/session";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals.page"))("edit") };
}

export default async function EditDealPage({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await pageContextFor(workspace, "deal:write");
  const [deal, pipelines, owners] = await Promise.all([
    orNotFound(getDeal(ctx, { id })),
    listPipelines(ctx, {}),
    listOwners(ctx, {}),
  ]);
  return (
    <DealFormPage
      slug={workspace}
      workspace={ctx.workspace}
      now={ctx.now}
      deal={deal}
      company={deal.company}
      pipelines={pipelines.data}
      owners={owners.data}
      theses={[]}
      canFlag={grants(ctx.role, "deal:confidential")}
    />
  );
}
