import type { ComponentProps, ReactNode } from "react";
import { ColumnChoice } from "./column-choice";
import { type Column, DataTable } from "./data-table";
import { type Listed, ListFrame } from "./list-frame";
import { sortLink } from "./sort-link";

/** One that is always there, or one that can be chosen: views and exports know that by its name in the API's answers. */
export type ListColumn<Row> = Omit<Column<Row>, "sort" | "id" | "header"> & {
  /** What a click on its head sorts by. */
  sort?: string;
} & (
    | { id: string; header: ReactNode; shown?: undefined }
    /** "usual": unless others are chosen. "chosen": only then. */
    | { id: Extract<keyof Row, string>; header: string; shown: "usual" | "chosen" }
  );

export type SortedBy = Pick<Listed<unknown>, "pathname" | "searchParams" | "chosen"> & {
  list: { sort: string | null };
  /** The order unless another is chosen. */
  usualSort: string;
};

/** The columns in force, with links to sort by them. */
export function shownColumns<Row>(columns: readonly ListColumn<Row>[], by: SortedBy): Column<Row>[] {
  const { pathname, searchParams, usualSort: usual, list, chosen } = by;
  const order = { pathname, searchParams, sort: list.sort ?? usual, usual };
  return columns
    .filter(({ id, shown }) => !shown || (chosen ? chosen.includes(id) : shown === "usual"))
    .map(({ sort, shown: _, ...column }) => ({
      ...column,
      ...(sort ? { sort: sortLink(order, sort) } : {}),
    }));
}

type ChoiceProps<Row> = { columns: readonly ListColumn<Row>[]; chosen: readonly string[] | null };

/** The choice among a list's columns, for its filter bar. */
export function ListColumnChoice<Row>({ columns, chosen }: ChoiceProps<Row>) {
  const choice = columns.flatMap(({ id, header, shown }) => (shown ? [{ id, label: header, shown }] : []));
  const usual = choice.flatMap(({ id, shown }) => (shown === "usual" ? [id] : []));
  const named = columns.flatMap(({ id, role }) => (role === "primary" ? [id] : []));
  return <ColumnChoice columns={choice} named={named} shown={chosen ?? usual} usual={usual} />;
}

type Props<Row> = Omit<ComponentProps<typeof ListFrame<Row>>, "children"> &
  Omit<ComponentProps<typeof DataTable<Row>>, "columns" | "rows" | "empty"> & {
    columns: readonly ListColumn<Row>[];
    usualSort: string;
  };

/** A list as one table, with a choice of columns and heads that sort. */
export function ListTable<Row>({
  columns,
  usualSort,
  caption,
  rowKey,
  rowHref,
  tools,
  ...frame
}: Props<Row>) {
  return (
    <ListFrame
      {...frame}
      tools={
        <>
          <ListColumnChoice columns={columns} chosen={frame.chosen} />
          {tools}
        </>
      }
    >
      <DataTable
        caption={caption}
        columns={shownColumns(columns, { ...frame, usualSort })}
        rows={frame.list.data}
        rowKey={rowKey}
        {...(rowHref ? { rowHref } : {})}
      />
    </ListFrame>
  );
}
