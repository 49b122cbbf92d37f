import { useTranslations } from "next-intl";
import { Callout } from "@/components/layout/callout";
import type { Warning } from "../domain/warnings";

/** What of a condition may not be meant as it is written; it can be saved all the same. */
export function RuleWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const t = useTranslations("rules.warnings");
  return (
    <div role="status">
      {warnings.map(({ warning, near }) => (
        <Callout key={`${warning} ${near}`} tone="warning">
          {t(warning, { near })}
        </Callout>
      ))}
    </div>
  );
}
