import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterBar } from "@/components/filter/filter-bar";
import type { FilterDefinition } from "@/components/filter/filter-definitions";
import type { ListBar } from "@/components/filter/list-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/link-button";
import { EmptyState } from "@/components/layout/empty-state";
import { KeysetPager } from "./keyset-pager";

/** A list as the address of its page asked for it. */
export type Listed<Row> = {
  pathname: string;
  searchParams: SearchParams;
  list: {
    data: Row[];
    nextCursor: string | null;
    /** The parameters that say what is found. */
    filters: Readonly<Record<string, string>>;
    sort: string | null;
  };
  /** What saved views add to the filter bar. */
  bar: ListBar;
  /** The columns chosen, of those there are; null for the usual ones. */
  chosen: readonly string[] | null;
};

type Props<Row> = Listed<Row> & {
  filters: readonly FilterDefinition[];
  /** At the end of the filter bar. */
  tools?: ReactNode;
  /** In place of rows while there is nothing at all to find. */
  empty: ReactNode;
  /** The rows. */
  children: ReactNode;
};

/** What stands around the rows of every list: filters and views above, pages below, and a sentence where there are none. */
export function ListFrame<Row>(props: Props<Row>) {
  const { pathname, searchParams, list, bar, filters, tools, empty, children } = props;
  const count = list.data.length;
  const isPaged = list.nextCursor !== null || Boolean(searchParams.cursor);
  const isFiltered = Object.keys(list.filters).length > 0;
  return (
    <>
      <FilterBar bar={bar} filters={filters}>
        {tools}
      </FilterBar>
      {count > 0 ? children : isFiltered ? <NothingFound pathname={pathname} /> : empty}
      <KeysetPager
        pathname={pathname}
        searchParams={searchParams}
        nextCursor={list.nextCursor}
        {...(isPaged ? { count } : {})}
      />
    </>
  );
}

function NothingFound({ pathname }: { pathname: string }) {
  const t = useTranslations("common.list");
  return (
    <EmptyState
      icon="search"
      title={t("nothing")}
      description={t("nothingHint")}
      actions={<LinkButton href={`${pathname}?view=none`}>{t("showAll")}</LinkButton>}
    />
  );
}
