import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/form/button";
import { setLocale } from "@/i18n/actions";

const other = { en: { locale: "zh-CN", name: "中文" }, "zh-CN": { locale: "en", name: "English" } } as const;

/** Offers the other language by its own name; a plain form, works before any script. */
export function LanguageSwitch() {
  const t = useTranslations("shell");
  const { locale, name } = other[useLocale()];
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
        {name}
      </Button>
    </form>
  );
}
