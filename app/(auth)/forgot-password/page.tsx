import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotPassword } from "@/features/accounts/ui/forgot-password";
import { ClientMessages } from "@/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title") };
}

export default function ForgotPasswordPage() {
  return (
    <ClientMessages of={["auth", "errors"]}>
      <ForgotPassword />
    </ClientMessages>
  );
}
