import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/features/accounts/ui/password-form";
import { ProfileForm } from "@/features/accounts/ui/profile-form";
import { SignOutEverywhere } from "@/features/accounts/ui/sign-out-everywhere";
import { SettingsSection } from "@/features/workspaces/ui/settings-section";
import styles from "@/features/workspaces/ui/workspaces.module.css";
import { ClientMessages } from "@/i18n/client-messages";
import { isLocale } from "@/i18n/locales";
import { pageContext, signedInPerson } from "@/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("account") };
}

export default async function AccountPage({ params }: { params: Promise<{ workspace: string }> }) {
  await pageContext((await params).workspace);
  const [{ name, email, locale }, t] = await Promise.all([
    signedInPerson(),
    getTranslations("settings.account"),
  ]);
  return (
    <ClientMessages
      of={["settings.account", "settings.problem", "auth.problem", "auth.passwordHint", "errors"]}
    >
      <div className={styles.sections}>
        <SettingsSection title={t("profile")}>
          <ProfileForm name={name} email={email} locale={isLocale(locale) ? locale : null} />
        </SettingsSection>
        <SettingsSection title={t("passwordTitle")} description={t("passwordDescription")}>
          <PasswordForm email={email} />
        </SettingsSection>
        <SettingsSection title={t("everywhereTitle")} description={t("everywhereDescription")}>
          <SignOutEverywhere />
        </SettingsSection>
      </div>
    </ClientMessages>
  );
}
