import type { ComponentProps } from "react";
import { ColumnChoice } from "./column-choice";
import { type Column, DataTable } from "./data-table";
import { type Listed, ListFrame } from "./list-frame";
import { sortLink } from "./sort-link";

/** `id`: its name in answers of the API, which views and exports know it by. */
export type ListColumn<Row> = Omit<Column<Row>, "sort"> & {
  /** What a click on its head sorts by. */
  sort?: string;
  /** "usual": unless others are chosen. "chosen": only then. Always there if left out. */
  shown?: "usual" | "chosen";
};

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
  const choice = columns.flatMap(({ id, header, shown }) =>
    shown && typeof header === "string" ? [{ id, label: header, shown }] : [],
  );
  const usual = choice.flatMap(({ id, shown }) => (shown === "usual" ? [id] : []));
  return <ColumnChoice columns={choice} shown={chosen ?? usual} usual={usual} />;
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
