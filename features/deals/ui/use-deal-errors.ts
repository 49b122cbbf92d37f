"use client";

import { useTranslations } from "next-intl";
import type { ActionError } from "@/components/form/use-action-form";

const known = ["stale", "reasonRequired", "confidentialForbidden"] as const;

/** The words for what can go wrong with a deal in particular; undefined leaves it to the general ones. */
export function useDealErrors(): (error: ActionError) => string | undefined {
  const t = useTranslations("deals.errors");
  return (error) => {
    const key = known.find((one) => one === error.key);
    return key && t(key);
  };
}
