import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { Icon } from "@/components/icons";
import styles from "./data-table.module.css";

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** "number": right-aligned, tabular. */
  kind?: "text" | "number" | "nowrap";
  /** "primary": names the row and carries its link (one per table). "wide": left out below 768 px. */
  role?: "primary" | "wide";
  /** Least width, such as "8rem". */
  width?: string;
  /** Where a click on the head goes; `direction` when the rows are sorted by this column now. */
  sort?: { href: string; direction?: "asc" | "desc" };
};

type Props<Row> = {
  /** What the table lists, for readers who cannot see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string | undefined;
  /** In place of rows; give an EmptyState for a whole list. */
  empty?: ReactNode;
  /** Scrolls inside itself above this many pixels, with the head in view. */
  maxHeight?: number;
};

type FrameStyle = CSSProperties & { "--table-height"?: string };
type ColumnStyle = CSSProperties & { "--column-width"?: string };

/** A table rendered on the server. Sorting and paging are links: the rows come sorted. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowHref, empty, maxHeight }: Props<Row>) {
  const t = useTranslations("common.table");
  if (rows.length === 0 && empty) return empty;
  const height: FrameStyle = { "--table-height": maxHeight ? `${maxHeight}px` : undefined };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.frame} style={height} aria-label={t("scroll", { caption })} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={styles.row}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} href={rowHref?.(row)} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td className={styles.empty} colSpan={columns.length}>
                {t("empty")}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  const direction = sort?.direction && (sort.direction === "asc" ? "ascending" : "descending");
  return (
    <th scope="col" className={classes(styles.head, column)} aria-sort={direction}>
      {sort ? (
        <Link href={sort.href} scroll={false} prefetch={false}>
          {column.header}
          <Icon name={sort.direction === "asc" ? "up" : "down"} size={12} />
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string | undefined }) {
  const style: ColumnStyle = { "--column-width": column.width };
  const content = column.cell(row);
  const className = classes(styles.cell, column);
  if (column.role !== "primary")
    return (
      <td className={className} style={style}>
        {content}
      </td>
    );
  return (
    <th scope="row" className={className} style={style}>
      {href ? (
        <Link href={href} className={styles.link} prefetch={false}>
          {content}
        </Link>
      ) : (
        content
      )}
    </th>
  );
}

function classes<Row>(base: string | undefined, { kind, role }: Column<Row>): string {
  return [
    base,
    kind === "number" && styles.number,
    kind === "nowrap" && styles.nowrap,
    role === "primary" && styles.primary,
    role === "wide" && styles.wide,
  ]
    .filter(Boolean)
    .join(" ");
}
