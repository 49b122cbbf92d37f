import Link from "next/link";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { DataTable } from "@/components/table/data-table";
import type { UndoneImport } from "../schema";

/** What undoing an import left, and why. */
export function ItemsLeft({ slug, undone }: { slug: string; undone: z.infer<typeof UndoneImport> }) {
  const t = useTranslations("news.import.left");
  if (undone.kept === 0) return null;
  return (
    <>
      <h3>{t("title", { count: undone.kept })}</h3>
      <DataTable
        caption={t("title", { count: undone.kept })}
        rows={undone.left}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "title",
            header: t("item"),
            role: "primary",
            cell: ({ id, title }) => <Link href={`/w/${slug}/news/${id}`}>{title}</Link>,
          },
          { id: "reason", header: t("reason"), cell: ({ reason }) => t(`reasons.${reason}`) },
        ]}
      />
      {undone.kept > undone.left.length && <p>{t("more", { count: undone.left.length })}</p>}
    </>
  );
}
