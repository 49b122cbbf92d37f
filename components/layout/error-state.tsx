import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/icons";
import styles from "./states.module.css";

type Props = { title?: ReactNode; description?: ReactNode; reference?: string; actions?: ReactNode };

/** Something expected or unexpected went wrong. `reference`: the request id or digest people can quote. */
export function ErrorState({ title, description, reference, actions }: Props) {
  const t = useTranslations();
  return (
    <div className={`${styles.state} ${styles.error}`} role="alert">
      <span className={styles.icon}>
        <Icon name="warning" size={24} />
      </span>
      <h2>{title ?? t("common.errorState.title")}</h2>
      {description && <p>{description}</p>}
      {reference && (
        <p>
          <code>{t("shell.failed.reference", { digest: reference })}</code>
        </p>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
