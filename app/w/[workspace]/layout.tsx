import type { ReactNode } from "react";
import { signOutAction } from "@/features/accounts/actions";
import { TagMemoryProvider } from "@/features/news/ui/parts/desk/tag-memory-provider";
import { SearchButton } from "@/features/search/ui/search-button";
import { pinnedViews } from "@/features/views/domain";
import { listViews } from "@/features/views/queries/views";
import { placesOf } from "@/features/workspaces/ui/places";
import { WorkspaceShell } from "@/features/workspaces/ui/workspace-shell";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/auth/session";
import { actorUserId } from "@/server/context";
import { workspacesOf } from "@/server/contexts";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace: slug } = await params;
  const ctx = await pageContext(slug);
  const { workspace, actor } = ctx;
  const [views, workspaces, places] = await Promise.all([
    listViews(ctx, {}),
    workspacesOf(actorUserId(actor) ?? ""),
    placesOf(slug, ctx.role),
  ]);
  return (
    <WorkspaceShell
      workspace={workspace}
      workspaces={workspaces}
      person={actor.name}
      signOut={signOutAction}
      pinned={pinnedViews(slug, views.data)}
      search={
        <ClientMessages of={["settings.shell.kinds"]}>
          <SearchButton workspace={slug} places={places} />
        </ClientMessages>
      }
    >
      <TagMemoryProvider>{children}</TagMemoryProvider>
    </WorkspaceShell>
  );
}
