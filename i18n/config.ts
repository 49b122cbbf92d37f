import type { AppMessages } from "./app-messages";
import type { AppLocale } from "./locales";

/** next-intl reads its types from here. */
declare module "next-intl" {
  interface AppConfig {
    Locale: AppLocale;
    Messages: AppMessages;
  }
}
