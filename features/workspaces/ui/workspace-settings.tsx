import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/i18n/client-messages";
import { currencyOptions } from "@/lib/text/currencies";
import { grants, type Role } from "@/server/permissions";
import { timeZones } from "../domain";
import type { Workspace } from "../schema";
import { DeleteForm } from "./delete-form";
import { SettingsSection } from "./settings-section";
import { WorkspaceForm } from "./workspace-form";
import styles from "./workspaces.module.css";

/** Name, time zone and currency; below them, for owners, the way out. */
export async function WorkspaceSettings({ workspace, role }: { workspace: Workspace; role: Role }) {
  const [t, locale] = await Promise.all([getTranslations("settings"), getLocale()]);
  const { demo } = workspace;
  return (
    <ClientMessages of={["settings.workspace", "settings.danger", "settings.problem", "errors"]}>
      <div className={styles.sections}>
        <SettingsSection
          title={t("nav.workspace")}
          description={`${t("workspace.address")}: ${workspace.slug}`}
        >
          <WorkspaceForm
            workspace={workspace}
            timeZones={zonesWith(workspace.timeZone)}
            currencies={currencyOptions(locale, [workspace.currency])}
            mayEdit={grants(role, "workspace:write")}
          />
        </SettingsSection>
        {grants(role, "workspace:delete") && (
          <SettingsSection
            danger
            title={demo ? t("danger.titleDemo") : t("danger.title")}
            description={demo ? t("danger.descriptionDemo") : t("danger.description")}
          >
            <DeleteForm workspace={workspace} />
          </SettingsSection>
        )}
      </div>
    </ClientMessages>
  );
}

/** The list of zones knows one name per place; a workspace may hold another of its names. */
function zonesWith(current: string): string[] {
  const known = timeZones();
  return known.includes(current) ? known : [current, ...known];
}
