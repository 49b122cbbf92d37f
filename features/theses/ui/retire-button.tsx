"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/form/confirm-button";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { updateThesisAction } from "../actions";

type Props = { slug: string; thesis: { id: string; status: "active" | "retired"; version: number } };

/** Retires an active thesis after asking; restores a retired one the same way. */
export function RetireButton({ slug, thesis }: Props) {
  const t = useTranslations("theses.retire");
  const errorText = useErrorText();
  const router = useRouter();
  const retired = thesis.status === "retired";
  const change = async () => {
    const result = await updateThesisAction(slug, {
      id: thesis.id,
      status: retired ? "active" : "retired",
      version: thesis.version,
    });
    if (result.ok) notify({ tone: "positive", message: t(retired ? "restored" : "done") });
    else notify({ tone: "negative", message: errorText(result.error) ?? result.error.message });
    router.refresh();
  };
  if (retired) {
    return (
      <ConfirmButton action={change} confirm={t("restore")}>
        {t("restore")}
      </ConfirmButton>
    );
  }
  return (
    <ConfirmButton action={change} title={t("title")} description={t("question")} confirm={t("do")}>
      {t("do")}
    </ConfirmButton>
  );
}
