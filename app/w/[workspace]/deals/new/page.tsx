import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { getCompany } from "@/features/companies/queries";
import { listOwners } from "@/features/deals/queries/deals";
import { listPipelines } from "@/features/deals/queries/pipelines";
import { DealFormPage } from "@/features/deals/ui/deal-form-page";
import { listTheses } from "@/features/theses/queries";
import { pageContextFor } from "@/server/auth/session";
import { actorUserId } from "@/server/context";
import { isUuid } from "@/server/ids";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals.form"))("createTitle") };
}

export default async function NewDealPage({ params, searchParams }: Props) {
  const [{ workspace }, { company: id, stage }] = await Promise.all([params, searchParams]);
  const ctx = await pageContextFor(workspace, "deal:write");
  const named = typeof id === "string" && isUuid(id) ? orNotFound(getCompany(ctx, { id })) : null;
  const [company, pipelines, owners, theses] = await Promise.all([
    named,
    listPipelines(ctx, {}),
    listOwners(ctx, {}),
    listTheses(ctx, { status: "active" }),
  ]);
  return (
    <DealFormPage
      slug={workspace}
      workspace={ctx.workspace}
      now={ctx.now}
      company={company && { id: company.id, name: company.name }}
      start={{
        theses: company?.tags.map(({ thesis }) => thesis) ?? [],
        ownerId: actorUserId(ctx.actor),
      }}
      stage={typeof stage === "string" ? stage : undefined}
      pipelines={pipelines.data}
      owners={owners.data}
      theses={theses.data}
      canFlag={grants(ctx.role, "deal:confidential")}
    />
  );
}
