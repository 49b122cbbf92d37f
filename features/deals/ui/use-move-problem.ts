"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ActionError } from "@/components/form/use-action-form";
import { useDealErrors } from "./use-deal-errors";

/** Why a deal was not moved, as the end of a sentence; undefined: the server was not reached. */
export function useMoveProblem(): (error: ActionError | undefined) => string {
  const t = useTranslations("deals.board");
  const locale = useLocale();
  const explain = useDealErrors();
  return (error) => {
    if (!error) return t("offline");
    if (error.code === "FORBIDDEN") return t("forbidden");
    return explain(error) ?? (locale.startsWith("zh") ? t("refused") : error.message);
  };
}
