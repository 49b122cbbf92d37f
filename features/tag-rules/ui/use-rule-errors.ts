"use client";

import { useTranslations } from "next-intl";
import type { ActionError } from "@/components/form/use-action-form";
import { problems } from "../domain/condition";

/** The server's errors with their fields in the reader's language. */
export function useRuleErrors(): (error: ActionError) => ActionError {
  const t = useTranslations("rules");
  return (error) => {
    const problem = problems.find((one) => one === error.values?.problem);
    if (error.key === "ruleExpression" && problem)
      return { ...error, fields: { expression: t(`expressionProblems.${problem}`, error.values) } };
    const known = (["name", "thesis", "last"] as const).filter((name) => error.fields?.[name]);
    return known.length === 0
      ? error
      : { ...error, fields: Object.fromEntries(known.map((name) => [name, t(`form.problems.${name}`)])) };
  };
}
