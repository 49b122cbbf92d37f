"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "@/components/icons";
import { ActiveFilters } from "./filter-active";
import styles from "./filter-bar.module.css";
import { DatesControl, SearchControl, SelectControl, ToggleControl } from "./filter-controls";
import { type FilterDefinition, type FiltersInForce, namesOf, splitValues } from "./filter-definitions";
import { ManyControl } from "./filter-many";
import type { ListBar } from "./list-bar";
import { useFilters } from "./use-filters";

type Props = {
  filters: readonly FilterDefinition[];
  /** What the list was asked for, so that what has no control here shows, too, and what is not there is called so. */
  inForce?: FiltersInForce;
  /** Parameters that a changed filter takes away; the keyset cursor unless told. */
  reset?: readonly string[];
  /** In place of `inForce`, with what saved views add to a list. */
  bar?: ListBar;
  /** Stands at the end of the row: saved views, an export link. */
  children?: ReactNode;
};

const pagingParameters = ["cursor"] as const;
const nothingInForce: FiltersInForce = { filters: {}, filter: { unknown: [] } };

/**
 * Filters that live in the URL, said as data; the page reads the same names from its searchParams. Rare ones unfold on demand; on
 * a phone all of them below a filter box, which takes words, too, and else all but the search.
 */
export function FilterBar({
  filters,
  bar,
  inForce = bar?.inForce ?? nothingInForce,
  reset = pagingParameters,
  children,
}: Props) {
  const t = useTranslations("common.filter");
  const names = filters.flatMap(namesOf);
  const { values, set, clear, busy } = useFilters(
    [...names, ...Object.keys(inForce.filters)],
    reset,
    bar?.whenEmpty,
  );
  const [unfolded, setUnfolded] = useState(false);
  const searches = filters.filter((filter) => filter.kind === "search");
  const others = filters.filter((filter) => filter.kind !== "search");
  const isFoldable = others.length > 0 || (bar && searches.length > 0);
  const more = isFoldable && (
    <Button
      className={`${styles.more} ${others.some(({ rare }) => rare) ? "" : styles.onPhones}`}
      aria-expanded={unfolded}
      onClick={() => setUnfolded(!unfolded)}
    >
      <Icon name="filter" />
      {t(unfolded ? "fewer" : "more")}
    </Button>
  );

  return (
    <search className={styles.bar} aria-label={t("label")} aria-busy={busy}>
      {bar && (
        <div className={styles.head}>
          {bar.box}
          <div className={styles.tools}>
            {bar.menu}
            {children}
            {more}
          </div>
        </div>
      )}
      <div className={`${styles.controls} ${bar && !unfolded ? styles.closed : ""}`}>
        {searches.map((filter) => (
          <Control key={filter.name} filter={filter} values={values} set={set} fold={undefined} />
        ))}
        {others.map((filter) => (
          <Control
            key={namesOf(filter).join()}
            filter={filter}
            values={values}
            set={set}
            fold={unfolded ? undefined : filter.rare ? styles.rare : styles.folded}
          />
        ))}
        {!bar && more}
        {!bar && children}
      </div>
      <div className={styles.found}>
        {bar?.total}
        <ActiveFilters filters={filters} inForce={inForce} values={values} set={set} clear={clear} />
      </div>
    </search>
  );
}

type ControlProps = {
  filter: FilterDefinition;
  values: Record<string, string | null>;
  set: ReturnType<typeof useFilters>["set"];
  fold: string | undefined;
};

function Control({ filter, values, set, fold }: ControlProps) {
  switch (filter.kind) {
    case "search":
      return (
        <SearchControl
          filter={filter}
          value={values[filter.name] ?? ""}
          onChange={(text) => set({ [filter.name]: text }, "replace")}
        />
      );
    case "select":
      return (
        <SelectControl
          filter={filter}
          value={values[filter.name] ?? ""}
          onChange={(value) => set({ [filter.name]: value })}
          className={fold}
        />
      );
    case "many":
      return (
        <ManyControl
          filter={filter}
          values={splitValues(values[filter.name] ?? null)}
          onChange={(chosen) => set({ [filter.name]: chosen.join(",") })}
          className={fold}
        />
      );
    case "dates":
      return (
        <DatesControl
          filter={filter}
          from={values[filter.from] ?? ""}
          to={values[filter.to] ?? ""}
          onChange={(name, day) => set({ [name]: day })}
          className={fold}
        />
      );
    case "toggle":
      return (
        <ToggleControl
          filter={filter}
          on={values[filter.name] === "true"}
          onChange={(on) => set({ [filter.name]: on ? "true" : null })}
          className={fold}
        />
      );
  }
}
