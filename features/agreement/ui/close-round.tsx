"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/form/confirm-button";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { closeRoundAction } from "../actions";

export function CloseRound({ slug, id, left }: { slug: string; id: string; left: number }) {
  const t = useTranslations("agreement.round");
  const router = useRouter();
  const explain = useErrorText();
  const close = async () => {
    const result = await closeRoundAction(slug, { id });
    if (result.ok) notify({ tone: "positive", message: t("closed") });
    else
      notify({
        tone: "negative",
        message: t("failed", { reason: explain(result.error) ?? result.error.message }),
      });
    router.refresh();
  };
  return (
    <ConfirmButton
      action={close}
      title={t("closeTitle")}
      description={t("closeDescription", { left })}
      confirm={t("close")}
    >
      {t("close")}
    </ConfirmButton>
  );
}
