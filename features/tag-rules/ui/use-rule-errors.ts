"use client";

import { useTranslations } from "next-intl";
import type { ActionError } from "@/components/form/use-action-form";
import { problems } from "@/lib/filter/problems";

/** The server's errors with their fields in the reader's language. */
export function useRuleErrors(): (error: ActionError) => ActionError {
  const t = useTranslations("rules");
  const inWords = useExpressionProblem();
  return (error) => {
    const expression = inWords(error);
    if (expression !== undefined) return { ...error, fields: { expression } };
    const known = (["name", "thesis", "last"] as const).filter((name) => error.fields?.[name]);
    return known.length === 0
      ? error
      : { ...error, fields: Object.fromEntries(known.map((name) => [name, t(`form.problems.${name}`)])) };
  };
}

function useExpressionProblem(): (error: ActionError) => string | undefined {
  const t = useTranslations("rules.expressionProblems");
  const ofFilters = useTranslations("filter.problems");
  return ({ key, values = {}, fields }) => {
    const general = problems.find((one) => one === values.problem);
    const own = (["unknownFeed", "unknownCompany"] as const).find((one) => one === values.problem);
    if (key === "ruleExpression" && general)
      return ofFilters(general, { ...values, values: values.values || "none" });
    if (key === "ruleExpression" && own) return t(own, values);
    // Length is all that is wrong with a text before it is read.
    return fields?.expression === undefined ? undefined : ofFilters("tooLong");
  };
}
