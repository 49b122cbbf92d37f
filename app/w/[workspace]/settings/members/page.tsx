import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { openListPage } from "@/features/views/ui/parts/open-list-page";
import { listInvitations, listMembers } from "@/features/workspaces/queries";
import { InvitationsPanel } from "@/features/workspaces/ui/invitations-panel";
import { MembersTable, RoleMeanings } from "@/features/workspaces/ui/members-table";
import styles from "@/features/workspaces/ui/workspaces.module.css";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("members") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export default async function MembersPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const context = await pageContext(workspace);
  const mayInvite = grants(context.role, "member:write");
  const [listed, invitations] = await Promise.all([
    openListPage(context, "members", listMembers, search),
    mayInvite ? listInvitations(context, { limit: 200 }) : null,
  ]);
  return (
    <div className={styles.sections}>
      <div>
        <MembersTable context={context} listed={listed} />
      </div>
      {invitations && <InvitationsPanel context={context} invitations={invitations.data} />}
      <RoleMeanings />
    </div>
  );
}
