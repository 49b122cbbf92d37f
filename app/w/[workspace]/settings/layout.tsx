import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { SettingsTabs } from "@/features/workspaces/ui/settings-tabs";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function SettingsLayout({ params, children }: Props) {
  const { workspace: slug } = await params;
  const [{ role }, t] = await Promise.all([pageContext(slug), getTranslations("settings.nav")]);
  const base = `/w/${slug}/settings`;
  const tabs = [
    { href: base, label: t("workspace") },
    { href: `${base}/members`, label: t("members") },
    ...(grants(role, "token:write") ? [{ href: `${base}/tokens`, label: t("tokens") }] : []),
    { href: `${base}/runs`, label: t("runs") },
    { href: `${base}/activity`, label: t("activity") },
    { href: `${base}/account`, label: t("account") },
  ];
  return (
    <>
      <PageHeader title={t("title")} />
      <SettingsTabs label={t("label")} tabs={tabs} />
      {children}
    </>
  );
}
