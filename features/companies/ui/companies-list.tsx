import { useLocale, useTranslations } from "next-intl";
import { FilterBar } from "@/components/filter/filter-bar";
import type { ListBar } from "@/components/filter/list-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { ColumnChoice } from "@/components/table/column-choice";
import { type Column, DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { sortLink } from "@/components/table/sort-link";
import { DateText } from "@/components/text/date-text";
import { localizedText } from "@/components/text/localized-text";
import { TagSwatches, type ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { ListPage } from "@/server/record/list-page";
import { countryName, readName } from "../domain";
import type { Company } from "../schema";
import styles from "./companies.module.css";
import { useStageName } from "./parts/stage-name";

const usualSort = "name";
const usualColumns = ["domain", "country", "stage", "tags"];

type Props = {
  slug: string;
  timeZone: string;
  companies: ListPage<Company>;
  values: { countries: string[]; stages: string[] };
  theses: ThesisOption[];
  searchParams: SearchParams;
  canWrite: boolean;
  /** What saved views add to the filter bar. */
  bar: ListBar;
  /** The columns chosen, of those there are; null for the usual ones. */
  chosen: readonly string[] | null;
};

/** The list of companies with its filters; rendered on the server. */
export function CompaniesList({
  slug,
  timeZone,
  companies,
  values,
  theses,
  searchParams,
  canWrite,
  bar,
  chosen,
}: Props) {
  const t = useTranslations("companies");
  const locale = useLocale();
  const stageName = useStageName();
  const pathname = `/w/${slug}/companies`;
  const filtered = Object.keys(companies.filters).length > 0;
  const add = canWrite && (
    <LinkButton href={`${pathname}/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
  const order = { pathname, searchParams, sort: companies.sort ?? usualSort, usual: usualSort };
  const sort = (field: string) => sortLink(order, field);
  const all = columns({ t, locale, stageName, theses, sort, timeZone });
  const shown = chosen ?? usualColumns;
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale);
  const option = (label: (value: string) => string) => (value: string) => ({ value, label: label(value) });

  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      <FilterBar
        bar={bar}
        filters={[
          { kind: "search", name: "q", label: t("list.search"), placeholder: t("list.searchPlaceholder") },
          {
            kind: "many",
            name: "thesis",
            label: t("fields.tags"),
            options: theses.map((thesis) => ({
              value: thesis.slug,
              label: localizedText(thesis.name, locale),
            })),
          },
          {
            kind: "select",
            name: "stage",
            label: t("fields.stage"),
            options: values.stages.map(option(stageName)),
          },
          {
            kind: "select",
            name: "country",
            label: t("fields.country"),
            options: values.countries.map(option((code) => countryName(code, locale))).sort(byLabel),
          },
        ]}
      >
        <ColumnChoice
          columns={all.flatMap(({ id, header, role }) =>
            role !== "primary" && typeof header === "string" ? [{ id, label: header }] : [],
          )}
          shown={shown}
          usual={usualColumns}
        />
      </FilterBar>
      <DataTable
        caption={t("list.caption")}
        columns={all.filter(({ id, role }) => role === "primary" || shown.includes(id))}
        rows={companies.data}
        rowKey={(company) => company.id}
        rowHref={(company) => `${pathname}/${company.id}`}
        empty={
          <EmptyState
            icon={filtered ? "search" : "inbox"}
            title={t(filtered ? "list.empty.filteredTitle" : "list.empty.title")}
            description={t(filtered ? "list.empty.filteredDescription" : "list.empty.description")}
            actions={
              filtered ? <LinkButton href={`${pathname}?view=none`}>{t("list.clear")}</LinkButton> : add
            }
          />
        }
      />
      <KeysetPager
        pathname={pathname}
        searchParams={searchParams}
        nextCursor={companies.nextCursor}
        {...(companies.data.length > 0 ? { count: companies.data.length } : {})}
      />
    </>
  );
}

type ColumnsOf = {
  t: ReturnType<typeof useTranslations<"companies">>;
  locale: string;
  timeZone: string;
  stageName: (stage: string) => string;
  theses: ThesisOption[];
  sort: (field: string) => ReturnType<typeof sortLink>;
};

/** All columns there are; their ids are the names of `columns` in REST. */
function columns({ t, locale, timeZone, stageName, theses, sort }: ColumnsOf): Column<Company>[] {
  return [
    {
      id: "name",
      header: t("fields.name"),
      sort: sort("name"),
      role: "primary",
      cell: (company) => <TwoNames name={company.name} locale={locale} />,
    },
    { id: "domain", header: t("fields.domain"), cell: (company) => company.domain, role: "wide" },
    {
      id: "country",
      header: t("fields.country"),
      sort: sort("country"),
      kind: "nowrap",
      cell: (company) => company.country && countryName(company.country, locale),
    },
    {
      id: "stage",
      header: t("fields.stage"),
      sort: sort("stage"),
      kind: "nowrap",
      cell: (company) => company.stage && stageName(company.stage),
    },
    {
      id: "tags",
      header: t("fields.tags"),
      width: "12rem",
      cell: (company) => <TagSwatches tags={company.tags} theses={theses} />,
    },
    {
      id: "foundedYear",
      header: t("fields.foundedYear"),
      sort: sort("foundedYear"),
      kind: "number",
      cell: (company) => company.foundedYear,
    },
    {
      id: "createdAt",
      header: t("list.created"),
      sort: sort("created"),
      kind: "nowrap",
      cell: (company) => <DateText value={company.createdAt} timeZone={timeZone} />,
    },
    {
      id: "updatedAt",
      header: t("list.updated"),
      sort: sort("updated"),
      kind: "nowrap",
      cell: (company) => <DateText value={company.updatedAt} timeZone={timeZone} />,
    },
  ];
}

function TwoNames({ name, locale }: { name: Company["name"]; locale: string }) {
  const { main, other } = readName(name, locale);
  return (
    <>
      {main}
      {other && <span className={styles.other}> {other}</span>}
    </>
  );
}
