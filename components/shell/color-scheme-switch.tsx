import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/icons";
import { setColorScheme } from "@/components/theme/actions";
import { colorSchemes, readColorScheme } from "@/components/theme/color-scheme";
import { ColorSchemeForm } from "./color-scheme-form";

const icons = { auto: "system", light: "sun", dark: "moon" } as const;

/** One button through the three appearances; a plain form, works before any script. */
export async function ColorSchemeSwitch() {
  const t = await getTranslations("shell");
  const current = await readColorScheme();
  const next = colorSchemes[(colorSchemes.indexOf(current) + 1) % colorSchemes.length] ?? "auto";
  return (
    <ColorSchemeForm
      action={setColorScheme}
      next={next}
      label={t("colorScheme", { scheme: t(`colorSchemes.${current}`) })}
    >
      <Icon name={icons[current]} />
    </ColorSchemeForm>
  );
}
