import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/link-button";
import { EmptyState } from "./empty-state";

/** Nothing is here, or nothing that this role may know of. */
export function NotFoundState() {
  const t = useTranslations("shell.notFound");
  return (
    <EmptyState
      icon="search"
      heading="h1"
      title={t("title")}
      description={t("description")}
      actions={<LinkButton href="/">{t("home")}</LinkButton>}
    />
  );
}
