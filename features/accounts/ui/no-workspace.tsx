import { useTranslations } from "next-intl";
import { Button } from "@/components/form/button";
import { signOutAction } from "../actions";
import styles from "./accounts.module.css";
import { AuthCard } from "./auth-card";

/** For someone who belongs to no workspace (any more): says what to do about it. */
export function NoWorkspace({ email }: { email: string }) {
  const t = useTranslations("auth.none");
  return (
    <AuthCard title={t("title")} description={t("description", { email })}>
      <p>{t("yours")}</p>
      <pre className={styles.command}>
        <code>{`npm run -s cli -- workspace create --name "${t("example")}" --members owner:${email}`}</code>
      </pre>
      <form action={signOutAction}>
        <Button type="submit">{t("signOut")}</Button>
      </form>
    </AuthCard>
  );
}
