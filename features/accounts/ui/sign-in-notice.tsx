import { useTranslations } from "next-intl";
import styles from "./accounts.module.css";

/** What happened before one came to the sign-in page: a password was reset, or next-auth's own form refused (`error`). */
export function SignInNotice({ reset, error }: { reset: string | undefined; error: string | undefined }) {
  const t = useTranslations();
  if (reset === "done") {
    return (
      <p role="status" className={styles.good}>
        {t("auth.signIn.passwordReset")}
      </p>
    );
  }
  if (!error) return null;
  return (
    <p role="alert" className={styles.bad}>
      {error === "RATE_LIMITED" ? t("auth.signIn.tooMany") : t("errors.signInFailed")}
    </p>
  );
}
