import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/table/data-table";
import { DateText } from "@/components/text/date-text";
import { ClientMessages } from "@/i18n/client-messages";
import type { Context } from "@/server/context";
import { revokeInvitationAction } from "../actions";
import { givableRoles } from "../domain";
import type { Invitation } from "../schema";
import { InviteForm } from "./invite-form";
import { RevokeButton } from "./revoke-button";
import { SettingsSection } from "./settings-section";
import styles from "./workspaces.module.css";

/** Inviting by link, and the links that still work. */
export async function InvitationsPanel({
  context,
  invitations,
}: {
  context: Context;
  invitations: Invitation[];
}) {
  const t = await getTranslations("settings");
  const { slug, timeZone } = context.workspace;
  return (
    <ClientMessages of={["settings.invitations", "settings.roles", "settings.problem", "errors"]}>
      <SettingsSection title={t("invitations.title")} description={t("invitations.description")}>
        <InviteForm workspace={slug} choices={givableRoles(context.role)} />
      </SettingsSection>
      {invitations.length > 0 && (
        <section className={styles.block}>
          <h2>{t("invitations.openTitle")}</h2>
          <DataTable
            caption={t("invitations.openTitle")}
            rows={invitations}
            rowKey={({ id }) => id}
            columns={[
              { id: "email", header: t("invitations.email"), role: "primary", cell: ({ email }) => email },
              { id: "role", header: t("invitations.role"), cell: ({ role }) => t(`roles.${role}`) },
              {
                id: "by",
                header: t("invitations.invitedBy"),
                role: "wide",
                cell: ({ invitedBy }) => invitedBy,
              },
              {
                id: "expires",
                header: t("invitations.expires"),
                kind: "nowrap",
                cell: ({ expiresAt }) => <DateText value={expiresAt} timeZone={timeZone} />,
              },
              {
                id: "revoke",
                header: <span className="visually-hidden">{t("invitations.revoke")}</span>,
                kind: "nowrap",
                cell: ({ id, email }) => (
                  <RevokeButton
                    revoke={revokeInvitationAction.bind(null, slug, { id })}
                    words={{
                      button: t("invitations.revoke"),
                      title: t("invitations.revokeTitle", { email }),
                      description: t("invitations.revokeDescription"),
                      done: t("invitations.revoked"),
                    }}
                  />
                ),
              },
            ]}
          />
        </section>
      )}
    </ClientMessages>
  );
}
