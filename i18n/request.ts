import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "./load-messages";
import { isLocale, localeCookie, negotiateLocale } from "./locales";

/**
 * What next-intl knows in each request, in the reader's language unless another is asked for by name. Dates take the workspace's zone
 * as a prop; UTC is only for what has none.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = isLocale(asked)
    ? asked
    : negotiateLocale(jar.get(localeCookie)?.value, head.get("accept-language"));
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
