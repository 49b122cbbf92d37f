"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";

/** The library speaks the page's language, and its links stay inside the application. */
export function OverlaySetting({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <RouterProvider navigate={(href) => router.push(href)}>
      <I18nProvider locale={useLocale()}>{children}</I18nProvider>
    </RouterProvider>
  );
}
