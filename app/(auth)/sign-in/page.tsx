import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { safePath } from "@/features/accounts/domain";
import { AuthCard } from "@/features/accounts/ui/auth-card";
import { SignInForm } from "@/features/accounts/ui/sign-in-form";
import { SignInNotice } from "@/features/accounts/ui/sign-in-notice";
import { ClientMessages } from "@/i18n/client-messages";
import { currentPerson } from "@/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

type Props = { searchParams: Promise<{ next?: string; reset?: string; error?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, reset, error } = await searchParams;
  if (await currentPerson()) redirect(safePath(next));
  const t = await getTranslations("auth.signIn");
  return (
    <AuthCard title={t("title")} foot={<Link href="/forgot-password">{t("forgot")}</Link>}>
      <SignInNotice reset={reset} error={error} />
      <ClientMessages of={["auth.signIn", "errors"]}>
        <SignInForm next={next} />
      </ClientMessages>
    </AuthCard>
  );
}
