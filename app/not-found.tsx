import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/form/link-button";
import { EmptyState } from "@/components/layout/empty-state";

export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <main style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1rem" }}>
      <EmptyState
        icon="search"
        heading="h1"
        title={t("title")}
        description={t("description")}
        actions={<LinkButton href="/">{t("home")}</LinkButton>}
      />
    </main>
  );
}
