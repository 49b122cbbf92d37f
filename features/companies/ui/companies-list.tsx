import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import text from "@/components/layout/text.module.css";
import type { Listed } from "@/components/table/list-frame";
import { type ListColumn, ListTable } from "@/components/table/list-table";
import { DateText } from "@/components/text/date-text";
import { localizedText } from "@/components/text/localized-text";
import { TagSwatches, type ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { countryName, readName } from "../domain";
import type { Company } from "../schema";
import { useStageName } from "./parts/stage-name";

type Props = {
  listed: Listed<Company>;
  timeZone: string;
  values: { countries: string[]; stages: string[] };
  theses: ThesisOption[];
  canWrite: boolean;
};

/** The list of companies with its filters; rendered on the server. */
export function CompaniesList({ listed, timeZone, values, theses, canWrite }: Props) {
  const t = useTranslations("companies");
  const locale = useLocale();
  const stageName = useStageName();
  const { pathname } = listed;
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
      <ListTable
        {...listed}
        caption={t("list.caption")}
        columns={columns({ t, locale, stageName, theses, timeZone })}
        usualSort="name"
        rowKey={(company) => company.id}
        rowHref={(company) => `${pathname}/${company.id}`}
        empty={
          <EmptyState title={t("list.empty.title")} description={t("list.empty.description")} actions={add} />
        }
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
            kind: "many",
            name: "stage",
            label: t("fields.stage"),
            options: values.stages.map(option(stageName)),
          },
          {
            kind: "many",
            name: "country",
            label: t("fields.country"),
            options: values.countries.map(option((code) => countryName(code, locale))).sort(byLabel),
          },
        ]}
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
};

/** All columns there are; their ids are the names of `columns` in REST. */
function columns({ t, locale, timeZone, stageName, theses }: ColumnsOf): ListColumn<Company>[] {
  return [
    {
      id: "name",
      header: t("fields.name"),
      sort: "name",
      role: "primary",
      cell: (company) => <TwoNames name={company.name} locale={locale} />,
    },
    {
      id: "domain",
      shown: "usual",
      header: t("fields.domain"),
      cell: (company) => company.domain,
      role: "wide",
    },
    {
      id: "country",
      shown: "usual",
      header: t("fields.country"),
      sort: "country",
      kind: "nowrap",
      cell: (company) => company.country && countryName(company.country, locale),
    },
    {
      id: "stage",
      shown: "usual",
      header: t("fields.stage"),
      sort: "stage",
      kind: "nowrap",
      cell: (company) => company.stage && stageName(company.stage),
    },
    {
      id: "tags",
      shown: "usual",
      header: t("fields.tags"),
      width: "12rem",
      cell: (company) => <TagSwatches tags={company.tags} theses={theses} />,
    },
    {
      id: "foundedYear",
      shown: "chosen",
      header: t("fields.foundedYear"),
      sort: "foundedYear",
      kind: "number",
      cell: (company) => company.foundedYear,
    },
    {
      id: "createdAt",
      shown: "chosen",
      header: t("list.created"),
      sort: "created",
      kind: "nowrap",
      cell: (company) => <DateText value={company.createdAt} timeZone={timeZone} />,
    },
    {
      id: "updatedAt",
      shown: "chosen",
      header: t("list.updated"),
      sort: "updated",
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
      {other && <span className={text.aside}> {other}</span>}
    </>
  );
}
