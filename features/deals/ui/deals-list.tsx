import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import type { Listed } from "@/components/table/list-frame";
import { type ListColumn, ListTable } from "@/components/table/list-table";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "@/features/companies/domain";
import { useStageName } from "@/features/companies/ui/parts/stage-name";
import { TagSwatches, type ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { formatMoneyShort } from "../domain";
import type { Deal } from "../schema";
import { DealMarks } from "./deal-marks";
import { AddDeal, DealsHeader, type DealsOptions, ListOrBoard, useDealFilters } from "./deals-frame";

type Props = DealsOptions & { listed: Listed<Deal>; theses: ThesisOption[]; timeZone: string };

const usualSort = "-updated";

export function DealsList({ listed, theses, timeZone, ...frame }: Props) {
  const t = useTranslations("deals");
  const { slug, filters, canWrite } = frame;
  const captions: Record<string, string> = {
    [usualSort]: t("list.caption"),
    "-opened": t("list.captionOpened"),
  };
  return (
    <>
      <DealsHeader {...frame} />
      <ListTable
        {...listed}
        caption={captions[listed.list.sort ?? usualSort] ?? t("list.captionSorted")}
        columns={useColumns({ theses, timeZone })}
        usualSort={usualSort}
        rowKey={(deal) => deal.id}
        rowHref={(deal) => `${listed.pathname}/${deal.id}`}
        filters={useDealFilters(filters, "list")}
        tools={<ListOrBoard {...frame} shown="list" />}
        empty={
          <EmptyState
            title={t("list.empty.title")}
            description={t("list.empty.description")}
            actions={canWrite && <AddDeal slug={slug} />}
          />
        }
      />
    </>
  );
}

function useColumns({ theses, timeZone }: Pick<Props, "theses" | "timeZone">): ListColumn<Deal>[] {
  const t = useTranslations("deals");
  const locale = useLocale();
  const stageName = useStageName();
  const format = useFormatter();
  const day = (instant: string, zone: string) =>
    format.dateTime(new Date(instant), { dateStyle: "medium", timeZone: zone });
  return [
    {
      id: "company",
      header: t("fields.company"),
      role: "primary",
      sort: "company",
      cell: (deal) => (
        <>
          {readName(deal.company.name, locale).main}
          <DealMarks deal={deal} />
        </>
      ),
    },
    {
      id: "stage",
      shown: "usual",
      header: t("fields.stage"),
      kind: "nowrap",
      sort: "stage",
      cell: (deal) => localizedText(deal.stageName, locale),
    },
    {
      id: "round",
      shown: "usual",
      header: t("fields.round"),
      kind: "nowrap",
      cell: (deal) => deal.round && stageName(deal.round),
    },
    {
      id: "amount",
      shown: "usual",
      header: t("fields.amount"),
      kind: "number",
      sort: "amount",
      cell: (deal) => deal.amount && formatMoneyShort(deal.amount, locale),
    },
    {
      id: "owner",
      shown: "usual",
      header: t("fields.owner"),
      role: "wide",
      kind: "nowrap",
      sort: "owner",
      cell: (deal) => deal.owner?.name,
    },
    {
      id: "tags",
      shown: "usual",
      header: t("fields.theses"),
      width: "11rem",
      cell: (deal) => <TagSwatches tags={deal.tags} theses={theses} />,
    },
    {
      id: "openedOn",
      shown: "usual",
      header: t("fields.openedOn"),
      kind: "nowrap",
      role: "wide",
      sort: "opened",
      // A calendar day has no zone: it is read and printed in the same one.
      cell: (deal) => day(deal.openedOn, "UTC"),
    },
    {
      id: "updatedAt",
      shown: "usual",
      header: t("fields.updated"),
      kind: "nowrap",
      sort: "updated",
      cell: (deal) => <time dateTime={deal.updatedAt}>{day(deal.updatedAt, timeZone)}</time>,
    },
    {
      id: "stageEnteredAt",
      shown: "chosen",
      header: t("fields.stageEntered"),
      kind: "nowrap",
      sort: "enteredStage",
      cell: (deal) => <time dateTime={deal.stageEnteredAt}>{day(deal.stageEnteredAt, timeZone)}</time>,
    },
    {
      id: "valuation",
      shown: "chosen",
      header: t("fields.valuation"),
      kind: "number",
      sort: "valuation",
      cell: (deal) => deal.valuation && formatMoneyShort(deal.valuation, locale),
    },
    { id: "lead", shown: "chosen", header: t("fields.lead"), cell: (deal) => deal.lead },
    { id: "source", shown: "chosen", header: t("fields.source"), cell: (deal) => deal.source },
    {
      id: "nextStep",
      shown: "chosen",
      header: t("fields.nextStep"),
      width: "14rem",
      cell: (deal) => deal.nextStep,
    },
  ];
}
