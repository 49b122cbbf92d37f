import "./globals.css";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notices } from "@/components/overlay/notice";
import { readColorScheme } from "@/components/theme/color-scheme";
import { ClientMessages } from "@/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafaf9" },
    { media: "(prefers-color-scheme: dark)", color: "#141517" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, colorScheme] = await Promise.all([getLocale(), readColorScheme()]);
  return (
    <html lang={locale} data-color-scheme={colorScheme}>
      <body>
        <ClientMessages>
          {children}
          <Notices />
        </ClientMessages>
      </body>
    </html>
  );
}
