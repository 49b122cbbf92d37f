import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/link-button";
import { EmptyState } from "@/components/layout/empty-state";

/** A page to write with, opened by a member whose role may only read what it is about. */
export default function Forbidden() {
  const t = useTranslations("shell.forbidden");
  return (
    <EmptyState
      icon="lock"
      heading="h1"
      title={t("title")}
      description={t("description")}
      actions={<LinkButton href="/">{t("home")}</LinkButton>}
    />
  );
}
