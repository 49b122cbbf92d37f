import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import type { AppMessages } from "@/i18n/app-messages";
import type { AppLocale } from "@/i18n/locales";

/** What the product says in a language, by the keys of messages/: journeys look for words, not for marks in the code. */
export function wordsIn(locale: AppLocale) {
  return createTranslator({ locale, messages: read(locale), timeZone: "UTC" });
}
export type Words = ReturnType<typeof wordsIn>;

function read(locale: AppLocale): AppMessages {
  const folder = path.resolve("messages", locale);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const messages = files.map((file) => [
    file.slice(0, -".json".length),
    JSON.parse(readFileSync(path.join(folder, file), "utf8")),
  ]);
  // messages/messages.test.ts holds every file to its type.
  return Object.fromEntries(messages) as AppMessages;
}
