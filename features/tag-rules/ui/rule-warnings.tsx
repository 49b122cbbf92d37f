import { useTranslations } from "next-intl";
import type { Warning } from "../domain/warnings";
import styles from "./rules.module.css";

/** What of a condition may not be meant as it is written; it can be saved all the same. */
export function RuleWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const t = useTranslations("rules.warnings");
  return (
    <div role="status">
      {warnings.map(({ warning, near }) => (
        <p key={`${warning} ${near}`} className={styles.warning}>
          {t(warning, { near })}
        </p>
      ))}
    </div>
  );
}
