import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages } from "./pick-messages";

/** What every client component may use without asking. */
const always = ["common", "shell"] as const;

/**
 * Client components get only the messages named here, so that a page carries no other page's text.
 * Wrap what needs them, as deep as possible: `<ClientMessages of={["deals.board"]}>…</ClientMessages>`.
 */
export async function ClientMessages({ of = [], children }: { of?: readonly string[]; children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  return (
    <NextIntlClientProvider locale={locale} messages={pickMessages(messages, [...always, ...of])}>
      {children}
    </NextIntlClientProvider>
  );
}
