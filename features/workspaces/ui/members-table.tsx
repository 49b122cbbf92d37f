import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import type { Listed } from "@/components/table/list-frame";
import { ListTable } from "@/components/table/list-table";
import { DateText } from "@/components/text/date-text";
import { ClientMessages } from "@/i18n/client-messages";
import { actorUserId, type Context } from "@/server/context";
import { mayGive, roles } from "@/server/permissions";
import { givableRoles } from "../domain";
import type { Member } from "../schema";
import { RemoveMember, RoleSelect } from "./member-controls";
import styles from "./workspaces.module.css";

type Props = { context: Context; listed: Listed<Member> };

/** The people of the workspace, with role and removal for those who may. */
export async function MembersTable({ context, listed }: Props) {
  const t = await getTranslations("settings");
  const { role, workspace } = context;
  const self = actorUserId(context.actor);
  const choices = givableRoles(role);
  return (
    <ClientMessages of={["settings.members", "settings.roles", "errors"]}>
      <ListTable
        {...listed}
        filters={[
          {
            kind: "many",
            name: "role",
            label: t("members.role"),
            options: roles.map((one) => ({ value: one, label: t(`roles.${one}`) })),
          },
        ]}
        caption={t("members.caption")}
        usualSort="name"
        empty={null}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "name",
            sort: "name",
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
            shown: "usual",
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
            id: "joinedAt",
            shown: "usual",
            sort: "joined",
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
