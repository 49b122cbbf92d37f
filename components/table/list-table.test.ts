import { expect, it } from "vitest";
import { type ListColumn, shownColumns } from "./list-table";

type Row = { name: string; country: string; founded: number };

const cell = () => null;
const columns: ListColumn<Row>[] = [
  { id: "name", header: "Name", sort: "name", cell },
  { id: "country", header: "Country", shown: "usual", cell },
  { id: "founded", header: "Founded", shown: "chosen", sort: "founded", cell },
];
const by = (chosen: string[] | null, sort: string | null) => ({
  pathname: "/list",
  searchParams: {},
  chosen,
  list: { sort },
  usualSort: "name",
});

it.each([
  [null, ["name", "country"]],
  [["founded"], ["name", "founded"]],
  [["id"], ["name"]],
  [
    ["nosuch", "country"],
    ["name", "country"],
  ],
])("of the columns %j shows %j", (chosen, shown) =>
  expect(shownColumns(columns, by(chosen, null)).map(({ id }) => id)).toEqual(shown),
);

it("sorts by the heads that can be sorted by, and marks the one in force", () => {
  const [name, founded] = shownColumns(columns, by(["founded"], "-founded"));
  expect(name?.sort).toEqual({ href: "/list?sort=-name" });
  expect(founded?.sort).toEqual({ href: "/list?sort=founded", direction: "desc" });
});
