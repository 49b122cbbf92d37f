import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { EmptyState } from "@/components/layout/empty-state";
import { DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { DateText } from "@/components/text/date-text";
import { RelativeTime } from "@/components/text/relative-time";
import { ClientMessages } from "@/i18n/client-messages";
import type { Context } from "@/server/context";
import { revokeTokenAction } from "../actions";
import { givableRoles } from "../domain";
import type { Token } from "../schema";
import { RevokeButton } from "./revoke-button";
import { SettingsSection } from "./settings-section";
import { TokenForm } from "./token-form";
import styles from "./workspaces.module.css";

type Props = {
  context: Context;
  tokens: { data: Token[]; nextCursor: string | null };
  pathname: string;
  searchParams: SearchParams;
};

/** Making API tokens, and those that work. */
export async function TokensPanel({ context, tokens, pathname, searchParams }: Props) {
  const t = await getTranslations("settings");
  const { slug, timeZone } = context.workspace;
  const now = context.now.toISOString();
  const messages = [
    "settings.tokens",
    "settings.roles",
    "settings.roleMeanings",
    "settings.problem",
    "settings.invitations",
    "errors",
  ];
  return (
    <ClientMessages of={messages}>
      <div className={styles.sections}>
        <SettingsSection title={t("tokens.title")} description={t("tokens.description")}>
          <TokenForm workspace={slug} choices={givableRoles(context.role)} />
        </SettingsSection>
        <section>
          <DataTable
            caption={t("tokens.caption")}
            rows={tokens.data}
            rowKey={({ id }) => id}
            empty={
              <EmptyState icon="lock" title={t("tokens.empty")} description={t("tokens.emptyDescription")} />
            }
            columns={[
              { id: "name", header: t("tokens.name"), role: "primary", cell: ({ name }) => name },
              { id: "role", header: t("tokens.role"), cell: ({ role }) => t(`roles.${role}`) },
              { id: "by", header: t("tokens.createdBy"), role: "wide", cell: ({ createdBy }) => createdBy },
              {
                id: "created",
                header: t("tokens.created"),
                kind: "nowrap",
                role: "wide",
                cell: ({ createdAt }) => <DateText value={createdAt} timeZone={timeZone} />,
              },
              {
                id: "used",
                header: t("tokens.lastUsed"),
                kind: "nowrap",
                cell: ({ lastUsedAt }) =>
                  lastUsedAt ? (
                    <RelativeTime value={lastUsedAt} now={now} timeZone={timeZone} />
                  ) : (
                    t("tokens.never")
                  ),
              },
              {
                id: "revoke",
                header: <span className="visually-hidden">{t("tokens.revoke")}</span>,
                kind: "nowrap",
                cell: ({ id, name }) => (
                  <RevokeButton
                    revoke={revokeTokenAction.bind(null, slug, { id })}
                    words={{
                      button: t("tokens.revoke"),
                      title: t("tokens.revokeTitle", { name }),
                      description: t("tokens.revokeDescription"),
                      done: t("tokens.revoked"),
                    }}
                  />
                ),
              },
            ]}
          />
          <KeysetPager pathname={pathname} searchParams={searchParams} nextCursor={tokens.nextCursor} />
        </section>
      </div>
    </ClientMessages>
  );
}
