"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/form/button";
import { ErrorState } from "@/components/layout/error-state";

/** The digest is the number under which the server logged the error; its text never reaches the page. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("shell.failed");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <main style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1rem" }}>
      <ErrorState
        title={t("title")}
        description={t("description")}
        {...(digest ? { reference: digest } : {})}
        actions={<Button onClick={retry}>{t("retry")}</Button>}
      />
    </main>
  );
}
