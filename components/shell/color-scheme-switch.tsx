"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "../icons";

const order = ["auto", "light", "dark"] as const;
const icons = { auto: "system", light: "sun", dark: "moon" } as const;

/** One button through the three appearances. The stored choice is known only in the browser, so it shows after mounting. */
export function ColorSchemeSwitch() {
  const t = useTranslations("shell");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);

  const current = mounted ? colorScheme : "auto";
  const label = t("colorScheme", { scheme: t(`colorSchemes.${current}`) });
  return (
    <Button
      look="quiet"
      icon
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(order[(order.indexOf(current) + 1) % order.length] ?? "auto")}
    >
      <Icon name={icons[current]} />
    </Button>
  );
}
