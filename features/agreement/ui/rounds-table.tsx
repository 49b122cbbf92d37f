import { useTranslations } from "next-intl";
import type { SearchParams } from "@/components/filter/query-string";
import { EmptyState } from "@/components/layout/empty-state";
import { StatusBadge } from "@/components/layout/status-badge";
import { DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { DateText } from "@/components/text/date-text";
import type { Round } from "../schema";

type Props = {
  base: string;
  timeZone: string;
  rounds: { data: Round[]; nextCursor: string | null };
  searchParams: SearchParams;
  /** Slug → name of a thesis. */
  names: Record<string, string>;
};

export function RoundsTable({ base, timeZone, rounds, searchParams, names }: Props) {
  const t = useTranslations("agreement.rounds");
  return (
    <>
      <DataTable
        caption={t("caption")}
        rows={rounds.data}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${base}/${id}`}
        empty={<EmptyState icon="people" title={t("empty")} description={t("emptyDescription")} />}
        columns={[
          { id: "reader", header: t("reader"), role: "primary", cell: ({ reader }) => reader.name },
          {
            id: "drawn",
            header: t("drawn"),
            kind: "nowrap",
            cell: ({ drawnAt }) => <DateText value={drawnAt} timeZone={timeZone} />,
          },
          { id: "by", header: t("by"), role: "wide", cell: ({ drawnBy }) => drawnBy.name },
          {
            id: "sample",
            header: t("sample"),
            role: "wide",
            cell: ({ draw }) => <Sample draw={draw} names={names} />,
          },
          {
            id: "progress",
            header: t("progress"),
            kind: "number",
            cell: ({ read, items }) => t("of", { read, items }),
          },
          {
            id: "state",
            header: t("state"),
            kind: "nowrap",
            cell: ({ closedAt }) => (
              <StatusBadge tone={closedAt ? "neutral" : "info"}>
                {t(closedAt ? "closed" : "open")}
              </StatusBadge>
            ),
          },
        ]}
      />
      <KeysetPager pathname={base} searchParams={searchParams} nextCursor={rounds.nextCursor} />
    </>
  );
}

function Sample({ draw, names }: Pick<Round, "draw"> & Pick<Props, "names">) {
  const t = useTranslations("agreement.rounds");
  if (draw === null) return t("hidden");
  const thesis = draw.thesis === null ? t("anything") : (names[draw.thesis] ?? draw.thesis);
  const parts = [
    thesis,
    draw.from && t("from", { day: draw.from }),
    draw.to && t("before", { day: draw.to }),
  ];
  return parts.filter(Boolean).join(" · ");
}
