import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { type Column, DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { sortLink } from "@/components/table/sort-link";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "@/features/companies/domain";
import { useStageName } from "@/features/companies/ui/parts/stage-name";
import { TagSwatches, type ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { ListPage } from "@/server/record/list-page";
import { formatMoneyShort } from "../domain";
import type { Deal } from "../schema";
import { DealMarks } from "./deal-marks";
import styles from "./deals.module.css";

type Props = {
  slug: string;
  timeZone: string;
  deals: ListPage<Deal>;
  theses: ThesisOption[];
  searchParams: SearchParams;
  canWrite: boolean;
};

const usualSort = "-updated";

export function DealsList({ slug, deals, searchParams, canWrite, ...rest }: Props) {
  const t = useTranslations("deals");
  const pathname = `/w/${slug}/deals`;
  const filtered = Object.keys(deals.filters).length > 0;
  const sort = deals.sort ?? usualSort;
  const captions: Record<string, string> = {
    [usualSort]: t("list.caption"),
    "-opened": t("list.captionOpened"),
  };
  const add = canWrite && (
    <LinkButton href={`${pathname}/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <DataTable
        caption={captions[sort] ?? t("list.captionSorted")}
        columns={useColumns({ pathname, searchParams, sort, ...rest })}
        rows={deals.data}
        rowKey={(deal) => deal.id}
        rowHref={(deal) => `${pathname}/${deal.id}`}
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
        nextCursor={deals.nextCursor}
        {...(deals.data.length > 0 ? { count: deals.data.length } : {})}
      />
    </>
  );
}

type ColumnsProps = Pick<Props, "searchParams" | "theses" | "timeZone"> & { pathname: string; sort: string };

function useColumns({ pathname, searchParams, theses, sort, timeZone }: ColumnsProps): Column<Deal>[] {
  const t = useTranslations("deals");
  const locale = useLocale();
  const format = useFormatter();
  const stageName = useStageName();
  const sortBy = (field: string) => sortLink({ pathname, searchParams, sort, usual: usualSort }, field);
  return [
    {
      id: "company",
      header: t("fields.company"),
      role: "primary",
      sort: sortBy("company"),
      cell: (deal) => (
        <>
          {readName(deal.company.name, locale).main}
          <DealMarks deal={deal} />
        </>
      ),
    },
    {
      id: "stage",
      header: t("fields.stage"),
      kind: "nowrap",
      cell: (deal) => localizedText(deal.stageName, locale),
    },
    {
      id: "round",
      header: t("fields.round"),
      kind: "nowrap",
      cell: (deal) => deal.round && stageName(deal.round),
    },
    {
      id: "amount",
      header: t("fields.amount"),
      kind: "number",
      sort: sortBy("amount"),
      cell: (deal) => deal.amount && formatMoneyShort(deal.amount, locale),
    },
    {
      id: "owner",
      header: t("fields.owner"),
      role: "wide",
      kind: "nowrap",
      cell: (deal) => deal.owner?.name,
    },
    {
      id: "theses",
      header: t("fields.theses"),
      width: "11rem",
      cell: (deal) => <TagSwatches tags={deal.tags} theses={theses} />,
    },
    {
      id: "opened",
      header: t("fields.openedOn"),
      kind: "nowrap",
      role: "wide",
      sort: sortBy("opened"),
      // A calendar day has no zone: it is read and printed in the same one.
      cell: (deal) =>
        format.dateTime(new Date(`${deal.openedOn}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" }),
    },
    {
      id: "updated",
      header: t("fields.updated"),
      kind: "nowrap",
      sort: sortBy("updated"),
      cell: (deal) => (
        <time dateTime={deal.updatedAt} className={styles.muted}>
          {format.dateTime(new Date(deal.updatedAt), { dateStyle: "medium", timeZone })}
        </time>
      ),
    },
  ];
}
