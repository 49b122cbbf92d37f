"use client";

import { useState, useTransition } from "react";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import type { Stance } from "@/features/tags/schema";
import { dryRunAction } from "../actions";
import type { DryRunResult, Rule } from "../schema";
import { useRuleErrors } from "./use-rule-errors";

type Draft = { thesis: string; expression: string; stance: Stance; strength: number };

/** Tries a draft of a rule on the newest items: what came of it, or what is wrong with its condition (`onProblem`: where to mend it). */
export function useDryRun(slug: string, rule: Pick<Rule, "id"> | undefined, onProblem: () => void) {
  const inWords = useRuleErrors();
  const errorText = useErrorText();
  const [pending, startTransition] = useTransition();
  const [result, setResult] = useState<DryRunResult | null>(null);
  const [problem, setProblem] = useState<string>();

  const start = ({ thesis, expression, stance, strength }: Draft, last: number) => {
    setProblem(undefined);
    startTransition(async () => {
      const draft = { thesis, expression, stance, strength, last, ...(rule ? { rule: rule.id } : {}) };
      const answer = await dryRunAction(slug, draft);
      startTransition(() => {
        setResult(answer.ok ? answer.data : null);
        const wrong = answer.ok ? undefined : inWords(answer.error).fields?.expression;
        setProblem(wrong);
        if (wrong !== undefined) onProblem();
        if (!answer.ok && wrong === undefined)
          notify({ tone: "negative", message: errorText(answer.error) ?? answer.error.message });
      });
    });
  };
  return { pending, result, problem, start };
}
