import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { modelReports } from "@/features/suggestions/queries/model-reports";
import { ModelsPage } from "@/features/suggestions/ui/models-page";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("suggestions"))("title") };
}

export default async function SuggestionsPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace);
  return (
    <ModelsPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      reports={await modelReports(ctx, {})}
      canTrain={grants(ctx.role, "tag:write")}
    />
  );
}
