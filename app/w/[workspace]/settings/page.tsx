import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getWorkspace } from "@/features/workspaces/queries";
import { WorkspaceSettings } from "@/features/workspaces/ui/workspace-settings";
import { pageContext } from "@/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("title") };
}

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const context = await pageContext((await params).workspace);
  return <WorkspaceSettings workspace={await getWorkspace(context, {})} role={context.role} />;
}
