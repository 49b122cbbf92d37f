"use client";

import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/form/confirm-button";
import { signOutEverywhereAction } from "../actions";

export function SignOutEverywhere() {
  const t = useTranslations("settings.account");
  return (
    <ConfirmButton
      title={t("everywhereTitle")}
      description={t("everywhereConfirm")}
      confirm={t("everywhere")}
      danger={false}
      action={signOutEverywhereAction}
    >
      {t("everywhere")}
    </ConfirmButton>
  );
}
