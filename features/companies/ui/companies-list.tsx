import { useLocale, useTranslations } from "next-intl";
import { FilterBar } from "@/components/filter/filter-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { type Column, DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { localizedText } from "@/components/text/localized-text";
import { TagSwatches, type ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { ListPage } from "@/server/record/list-page";
import { countryName, readName } from "../domain";
import type { Company } from "../schema";
import styles from "./companies.module.css";
import { useStageName } from "./words";

type Props = {
  slug: string;
  companies: ListPage<Company>;
  values: { countries: string[]; stages: string[] };
  theses: ThesisOption[];
  searchParams: SearchParams;
  canWrite: boolean;
};

/** The list of companies with its filters; rendered on the server. */
export function CompaniesList({ slug, companies, values, theses, searchParams, canWrite }: Props) {
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
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale);
  const option = (label: (value: string) => string) => (value: string) => ({ value, label: label(value) });

  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      <FilterBar
        inForce={companies}
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
      />
      <DataTable
        caption={t("list.caption")}
        columns={columns(t, locale, stageName, theses)}
        rows={companies.data}
        rowKey={(company) => company.id}
        rowHref={(company) => `${pathname}/${company.id}`}
        empty={
          <EmptyState
            icon={filtered ? "search" : "inbox"}
            title={t(filtered ? "list.empty.filteredTitle" : "list.empty.title")}
            description={t(filtered ? "list.empty.filteredDescription" : "list.empty.description")}
            actions={filtered ? <LinkButton href={pathname}>{t("list.clear")}</LinkButton> : add}
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

function columns(
  t: ReturnType<typeof useTranslations<"companies">>,
  locale: string,
  stageName: (stage: string) => string,
  theses: ThesisOption[],
): Column<Company>[] {
  return [
    {
      id: "name",
      header: t("fields.name"),
      role: "primary",
      cell: (company) => <TwoNames name={company.name} locale={locale} />,
    },
    { id: "domain", header: t("fields.domain"), cell: (company) => company.domain, role: "wide" },
    {
      id: "country",
      header: t("fields.country"),
      kind: "nowrap",
      cell: (company) => company.country && countryName(company.country, locale),
    },
    {
      id: "stage",
      header: t("fields.stage"),
      kind: "nowrap",
      cell: (company) => company.stage && stageName(company.stage),
    },
    {
      id: "tags",
      header: t("fields.tags"),
      width: "12rem",
      cell: (company) => <TagSwatches tags={company.tags} theses={theses} />,
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
