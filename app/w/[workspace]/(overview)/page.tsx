import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getOverview } from "@/features/overview/queries";
import { OverviewPage } from "@/features/overview/ui/overview-page";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function Overview({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace);
  const [overview, theses] = await Promise.all([getOverview(ctx, {}), listTheses(ctx, {})]);
  return (
    <OverviewPage
      slug={workspace}
      workspaceName={ctx.workspace.name}
      theses={theses.data}
      overview={overview}
      now={ctx.now.toISOString()}
      role={ctx.role}
    />
  );
}
