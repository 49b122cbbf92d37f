"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/form/button";
import text from "@/components/layout/text.module.css";
import { DataTable } from "@/components/table/data-table";
import styles from "@/features/news/ui/parts/intake.module.css";
import type { RowError } from "../schema";

const most = 1000;
const shown = 100;

/** The rows that were set aside, each with its column and what is wrong; all of them as a file. */
export function ImportErrors({ errors }: { errors: readonly RowError[] }) {
  const t = useTranslations("news.import");
  const download = () => {
    const rows = errors.map(({ row, column, problem }) => [
      String(row),
      column ?? "",
      t(`problems.${problem}`),
    ]);
    const csv = [[t("row"), t("column"), t("problem")], ...rows]
      .map((cells) => cells.map(quoted).join(","))
      .join("\r\n");
    const link = document.createElement("a");
    // Excel takes a file for UTF-8 only by its byte order mark.
    link.href = URL.createObjectURL(new Blob(["\ufeff", csv], { type: "text/csv" }));
    link.download = "rows.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section aria-labelledby="import-errors" className={styles.errors}>
      <h2 id="import-errors">{t("errors")}</h2>
      <DataTable
        caption={t("errors")}
        rows={errors.slice(0, shown)}
        rowKey={({ row }) => String(row)}
        columns={[
          { id: "row", header: t("row"), kind: "number", role: "primary", cell: ({ row }) => row },
          { id: "column", header: t("column"), cell: ({ column }) => column ?? "" },
          { id: "problem", header: t("problem"), cell: ({ problem }) => t(`problems.${problem}`) },
        ]}
      />
      {errors.length === most && <p className={text.muted}>{t("most")}</p>}
      <Button onClick={download}>{t("download")}</Button>
    </section>
  );
}

/** A cell that a spreadsheet would take for a formula is made text. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
