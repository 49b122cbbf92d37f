"use client";

import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { type Column, DataTable } from "@/components/table/data-table";
import type { OpmlResult } from "../schema";
import styles from "./feeds.module.css";

type Entry = OpmlResult["entries"][number];
type Props = { slug: string; entries: readonly Entry[]; imported: boolean };

const tones = { created: "positive", exists: "neutral", problem: "negative" } as const;

/** More rows than anybody reads would only make the page slow; the counts above tell of all. */
const maxShown = 500;

/** Each line of a subscription list and what becomes of it. */
export function OpmlEntries({ slug, entries, imported }: Props) {
  const t = useTranslations("feeds.opml");
  const said = (entry: Entry): string => {
    if (entry.problem) return t(`problems.${entry.problem}`);
    if (entry.result === "exists") return t("exists");
    return t(imported ? "created" : "new");
  };
  const columns: Column<Entry>[] = [
    { id: "line", header: t("line"), kind: "number", cell: (entry) => entry.line },
    {
      id: "title",
      header: t("title"),
      role: "primary",
      cell: (entry) => (
        <>
          {entry.title || "–"}
          {entry.folder && <span className={text.aside}> {entry.folder}</span>}
        </>
      ),
    },
    {
      id: "url",
      header: t("address"),
      role: "wide",
      cell: (entry) => <span className={styles.address}>{entry.url ?? "–"}</span>,
    },
    {
      id: "result",
      header: t("result"),
      kind: "nowrap",
      cell: (entry) => <StatusBadge tone={tones[entry.result]}>{said(entry)}</StatusBadge>,
    },
  ];
  return (
    <>
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={entries.slice(0, maxShown)}
        rowKey={(entry) => `${entry.line} ${entry.url}`}
        rowHref={(entry) => (entry.feedId ? `/w/${slug}/feeds/${entry.feedId}` : undefined)}
        maxHeight={520}
      />
      {entries.length > maxShown && (
        <p className={text.small}>{t("more", { count: entries.length - maxShown })}</p>
      )}
    </>
  );
}
