import type { AppMessages } from "./app-messages";
import { type AppLocale, defaultLocale } from "./locales";

type MessageFile = { default: Record<string, unknown> };

/** The bundler finds the files and compiles their ICU text; nothing is read from disk at run time. */
const files: Record<string, () => Promise<MessageFile>> = import.meta.glob<MessageFile>(
  "../messages/*/*.json",
);

const loaded = new Map<AppLocale, Promise<AppMessages>>();

/** All namespaces of a locale, each named as its file. */
export function loadMessages(locale: AppLocale): Promise<AppMessages> {
  const known = loaded.get(locale);
  if (known) return known;
  const messages = readAll(locale);
  if (process.env.NODE_ENV === "production") loaded.set(locale, messages);
  return messages;
}

async function readAll(locale: AppLocale): Promise<AppMessages> {
  const folder = `../messages/${locale}/`;
  const entries = await Promise.all(
    Object.entries(files)
      .filter(([path]) => path.startsWith(folder))
      .map(
        async ([path, read]) => [path.slice(folder.length, -".json".length), (await read()).default] as const,
      ),
  );
  return asAppMessages(Object.fromEntries(entries), locale);
}

/** Both locales have exactly the keys of the English files: messages/messages.test.ts holds them to it. */
function asAppMessages(messages: Record<string, unknown>, locale: AppLocale): AppMessages {
  if (!("common" in messages)) throw new Error(`no messages for ${locale} (nor ${defaultLocale}?)`);
  return messages as AppMessages;
}
