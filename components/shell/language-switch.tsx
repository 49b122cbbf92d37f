import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/form/button";
import { setLocale } from "@/i18n/actions";
import { localeNames } from "@/i18n/locales";

const other = { en: "zh-CN", "zh-CN": "en" } as const;

/** Offers the other language by its own name; a plain form, works before any script. */
export function LanguageSwitch() {
  const t = useTranslations("shell");
  const locale = other[useLocale()];
  return (
    <form action={setLocale}>
      <Button
        type="submit"
        look="quiet"
        name="locale"
        value={locale}
        lang={locale}
        title={t("switchLanguage")}
      >
        {localeNames[locale]}
      </Button>
    </form>
  );
}
