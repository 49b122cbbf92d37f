import type { ReactNode } from "react";
import { FilterBar } from "@/components/filter/filter-bar";
import type { FiltersInForce } from "@/components/filter/filter-definitions";
import { DealsHeader, type DealsOptions, ListOrBoard, useDealFilters } from "./deals-frame";

type Props = DealsOptions & { inForce: FiltersInForce; children: ReactNode };

/** The page of the board: a board has neither pages nor views. */
export function DealsBoard({ inForce, children, ...frame }: Props) {
  return (
    <>
      <DealsHeader {...frame} />
      <FilterBar filters={useDealFilters(frame.filters, "board")} inForce={inForce}>
        <ListOrBoard {...frame} shown="board" />
      </FilterBar>
      {children}
    </>
  );
}
