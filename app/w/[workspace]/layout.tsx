import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOutAction } from "@/features/accounts/actions";
import { TagMemoryProvider } from "@/features/news/ui/parts/desk/tag-memory-provider";
import { SearchButton } from "@/features/search/ui/search-button";
import { sections, WorkspaceShell } from "@/features/workspaces/ui/workspace-shell";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/auth/session";
import { actorUserId } from "@/server/context";
import { workspacesOf } from "@/server/contexts";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace: slug } = await params;
  const { workspace, actor } = await pageContext(slug);
  const [workspaces, t] = await Promise.all([
    workspacesOf(actorUserId(actor) ?? ""),
    getTranslations("settings.shell"),
  ]);
  const pages = sections.map(({ key, path }) => ({ id: key, label: t(key), href: `/w/${slug}${path}` }));
  return (
    <WorkspaceShell
      workspace={workspace}
      workspaces={workspaces}
      person={actor.name}
      signOut={signOutAction}
      search={
        <ClientMessages of={["settings.shell.kinds"]}>
          <SearchButton workspace={slug} pages={pages} />
        </ClientMessages>
      }
    >
      <TagMemoryProvider>{children}</TagMemoryProvider>
    </WorkspaceShell>
  );
}
