import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { DateText } from "@/components/text/date-text";
import { ClientMessages } from "@/i18n/client-messages";
import { actorUserId, type Context } from "@/server/context";
import { mayGive, roles } from "@/server/permissions";
import { givableRoles } from "../domain";
import type { Member } from "../schema";
import { RemoveMember, RoleSelect } from "./member-controls";
import styles from "./workspaces.module.css";

type Props = {
  context: Context;
  members: { data: Member[]; nextCursor: string | null };
  pathname: string;
  searchParams: SearchParams;
};

/** The people of the workspace, with role and removal for those who may. */
export async function MembersTable({ context, members, pathname, searchParams }: Props) {
  const t = await getTranslations("settings");
  const { role, workspace } = context;
  const self = actorUserId(context.actor);
  const choices = givableRoles(role);
  return (
    <ClientMessages of={["settings.members", "settings.roles", "errors"]}>
      <DataTable
        caption={t("members.caption")}
        rows={members.data}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "name",
            header: t("members.name"),
            role: "primary",
            cell: ({ id, name, email }) => (
              <>
                {name} {id === self && <StatusBadge>{t("members.you")}</StatusBadge>}
                <span className={text.under}>{email}</span>
              </>
            ),
          },
          {
            id: "role",
            header: t("members.role"),
            cell: (member) =>
              mayGive(role, member.role) ? (
                <RoleSelect
                  key={member.version}
                  workspace={workspace.slug}
                  member={member}
                  choices={choices}
                />
              ) : (
                t(`roles.${member.role}`)
              ),
          },
          {
            id: "joined",
            header: t("members.joined"),
            kind: "nowrap",
            role: "wide",
            cell: ({ joinedAt }) => <DateText value={joinedAt} timeZone={workspace.timeZone} />,
          },
          {
            id: "remove",
            header: <span className="visually-hidden">{t("members.remove")}</span>,
            kind: "nowrap",
            cell: (member) =>
              mayGive(role, member.role) && <RemoveMember workspace={workspace.slug} member={member} />,
          },
        ]}
      />
      <KeysetPager pathname={pathname} searchParams={searchParams} nextCursor={members.nextCursor} />
    </ClientMessages>
  );
}

export async function RoleMeanings() {
  const t = await getTranslations("settings");
  return (
    <section className={styles.block}>
      <h2>{t("members.rolesTitle")}</h2>
      <dl className={styles.meanings}>
        {roles.map((role) => (
          <div key={role} style={{ display: "contents" }}>
            <dt>{t(`roles.${role}`)}</dt>
            <dd>{t(`roleMeanings.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
