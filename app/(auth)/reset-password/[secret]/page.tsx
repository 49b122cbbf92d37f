import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/features/accounts/ui/auth-card";
import { ResetForm } from "@/features/accounts/ui/reset-form";
import { ClientMessages } from "@/i18n/client-messages";
import { isResetLinkOpen } from "@/server/auth/password-reset";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title") };
}

export default async function ResetPasswordPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const t = await getTranslations("auth.reset");
  if (!(await isResetLinkOpen(secret))) {
    return (
      <AuthCard
        title={t("deadTitle")}
        description={t("dead")}
        foot={<Link href="/forgot-password">{t("again")}</Link>}
      />
    );
  }
  return (
    <AuthCard title={t("title")} description={t("description")}>
      <ClientMessages of={["auth", "errors"]}>
        <ResetForm secret={secret} />
      </ClientMessages>
    </AuthCard>
  );
}
