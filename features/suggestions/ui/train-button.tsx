"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/form/button";
import { notify } from "@/components/overlay/notify";
import { trainModelsAction } from "../actions";

/** Learns all models anew, now. */
export function TrainButton({ workspace }: { workspace: string }) {
  const t = useTranslations("suggestions.train");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const train = () =>
    startTransition(async () => {
      const result = await trainModelsAction(workspace, {});
      if (result.ok) {
        const { number, examples: count } = result.data;
        notify({ tone: "positive", message: t("done", { number, count }) });
      } else notify({ tone: "negative", message: t("failed", { reason: result.error.message }) });
      router.refresh();
    });
  return (
    <Button onClick={train} disabled={pending} aria-busy={pending}>
      {t("now")}
    </Button>
  );
}
