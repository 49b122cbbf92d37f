"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/form/button";
import { SelectField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Panel } from "@/components/layout/panel";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "@/features/companies/domain";
import { moveDealAction } from "../actions";
import { needsReason } from "../domain";
import type { Deal, Stage } from "../schema";
import { useDealErrors } from "./use-deal-errors";

const ReasonDialog = dynamic(() => import("./reason-dialog").then((module) => module.ReasonDialog), {
  ssr: false,
});

type Passing = { reason: string; revisitIf: string };
type Props = { slug: string; deal: Deal; stages: Stage[] };

/** Moves the deal from its own page. A lost stage asks for the reason first. */
export function MoveControl({ slug, deal, stages }: Props) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const router = useRouter();
  const [asking, setAsking] = useState<Stage | null>(null);
  const company = readName(deal.company.name, locale).main;
  const explain = useDealErrors();

  const send = (stage: string, passing?: Passing) =>
    moveDealAction(slug, { id: deal.id, stage, version: deal.version, ...passing });

  const { form, summary, error, pending } = useActionForm<Deal | null>({
    explain,
    submit: async (data) => {
      const to = stages.find((stage) => stage.slug === data.get("stage"));
      if (!to) return { ok: true, data: null };
      if (needsReason(to.kind)) {
        setAsking(to);
        return { ok: true, data: null };
      }
      return send(to.slug);
    },
    onSuccess: (moved) => moved && said(moved),
  });

  const said = (moved: Deal) => {
    notify({
      tone: "positive",
      message: t("board.moved", { company, stage: localizedText(moved.stageName, locale) }),
    });
    router.refresh();
  };

  const pass = async (passing: Passing) => {
    const to = asking;
    setAsking(null);
    if (!to) return;
    const result = await send(to.slug, passing).catch(() => null);
    if (result?.ok) return said(result.data);
    const words = { company, stage: localizedText(to.name, locale) };
    const problem = (result && explain(result.error)) ?? t("board.offline");
    notify({ tone: "negative", message: t("board.failed", { ...words, problem }) });
  };

  return (
    <>
      <FormSummary {...summary} />
      {error?.code === "CONFLICT" && <Button onClick={() => router.refresh()}>{t("page.reload")}</Button>}
      <Panel>
        <form {...form} className={layout.line}>
          <SelectField name="stage" label={t("page.moveTo")} defaultValue="">
            <option value="" disabled>
              {localizedText(deal.stageName, locale)}
            </option>
            {stages
              .filter((stage) => stage.id !== deal.stageId)
              .map((stage) => (
                <option key={stage.id} value={stage.slug}>
                  {localizedText(stage.name, locale)}
                </option>
              ))}
          </SelectField>
          <SubmitButton pending={pending} look="default">
            {t("page.move")}
          </SubmitButton>
        </form>
      </Panel>
      {asking && (
        <ReasonDialog
          company={company}
          stageName={localizedText(asking.name, locale)}
          onConfirm={pass}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  );
}
