"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useAddedKeys, useReading } from "@/features/news/ui/parts/desk/desk-context";
import { answerKeys } from "../keys";

/** Within a reading desk: y and n answer the first suggestion of the item in hand. */
export function SuggestionKeys() {
  const t = useTranslations("suggestions.chips");
  const { desk } = useReading();
  useAddedKeys(useMemo(() => answerKeys(desk.find, (id) => t(`keys.${id}`)), [desk, t]));
  return null;
}
