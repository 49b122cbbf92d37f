import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/link-button";
import { EmptyState } from "./empty-state";

const icons = { notFound: "search", forbidden: "lock" } as const;

/** Nothing is here, or nothing that this role may know of (`notFound`); or its page needs another role (`forbidden`). */
export function NotFoundState({ why = "notFound" }: { why?: keyof typeof icons }) {
  const t = useTranslations(`shell.${why}`);
  return (
    <EmptyState
      icon={icons[why]}
      heading="h1"
      title={t("title")}
      description={t("description")}
      actions={<LinkButton href="/">{t("home")}</LinkButton>}
    />
  );
}
