"use client";

import { useLocale } from "next-intl";
import { FilterBox, type FilterBoxProps } from "@/components/filter/filter-box";
import { filterFieldsAction, filterValuesAction } from "../../actions";
import type { ViewRecord } from "../../schema";

type Props = Omit<FilterBoxProps, "language" | "values"> & { workspace: string; record: ViewRecord };

/** The filter box of a list of the workspace. */
export function ListFilterBox({ workspace, record, ...box }: Props) {
  const language = useLocale().startsWith("zh") ? "zh" : "en";
  return (
    <FilterBox
      {...box}
      language={async () => {
        const result = await filterFieldsAction(workspace, { record });
        return result.ok ? result.data : null;
      }}
      values={async (field, q) => {
        const result = await filterValuesAction(workspace, { record, field, q });
        const found = result.ok ? result.data.data : [];
        return found.map(({ value, label }) => ({ value, label: label?.[language] ?? value }));
      }}
    />
  );
}
