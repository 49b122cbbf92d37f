"use client";

import { useTranslations } from "next-intl";
import type { AppMessages } from "@/i18n/app-messages";
import type { ActionError } from "./use-action-form";

type ErrorKey = keyof AppMessages["errors"];

/**
 * The translated sentence of an error that has a key, for `explain` of useActionForm and for notices; undefined where there
 * is none. The nearest ClientMessages must carry "errors".
 */
export function useErrorText(): (error: ActionError) => string | undefined {
  const t = useTranslations("errors");
  // The guard's own line asks whether the text is such a key.
  const isKey = (key: string): key is ErrorKey => t.has(key as ErrorKey);
  return ({ key, values }) => (key !== undefined && isKey(key) ? t(key, values) : undefined);
}
