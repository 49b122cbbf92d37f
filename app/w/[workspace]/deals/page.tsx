import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { chosenColumns } from "@/components/filter/list-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { dealBoard } from "@/features/deals/queries/board";
import { listDeals, listOwners } from "@/features/deals/queries/deals";
import { listPipelines } from "@/features/deals/queries/pipelines";
import { BoardSection } from "@/features/deals/ui/board-section";
import { DealsFrame } from "@/features/deals/ui/deals-frame";
import { DealsList } from "@/features/deals/ui/deals-list";
import { records } from "@/features/records";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { listBar } from "@/features/views/ui/parts/list-bar";
import { openList } from "@/features/views/ui/parts/open-list";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";
import { askedOnPage, listPage } from "@/server/record/list-page";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

export default async function DealsPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(slug);
  const [found, pipelines, owners] = await Promise.all([
    listTheses(ctx, {}),
    listPipelines(ctx, {}),
    listOwners(ctx, {}),
  ]);
  const theses = thesisOptions(found.data);
  const view = search.view === "board" ? "board" : "list";
  const canWrite = grants(ctx.role, "deal:write");
  const pipeline =
    pipelines.data.find((one) => one.slug === search.pipeline || one.id === search.pipeline) ??
    pipelines.data[0];
  const shared = { slug, theses, searchParams: search, canWrite, timeZone: ctx.workspace.timeZone };

  const read = async () => {
    const locale = await getLocale();
    if (view === "list" || pipeline === undefined) {
      const opened = await openList(ctx, "deals", `/w/${slug}/deals`, search);
      const { columns, ...asked } = search;
      const deals = await listPage(ctx, listDeals, asked, locale);
      const bar = await listBar(ctx, opened, deals, locale, chosenColumns(columns));
      return { inForce: bar.inForce, bar, content: <DealsList {...shared} deals={deals} /> };
    }
    const nothing = {
      pipeline,
      columns: pipeline.stages.map((stage) => ({ stage, count: 0, amounts: 0, sums: [], deals: [] })),
    };
    const { answer: board, asked } = await askedOnPage(
      ctx,
      dealBoard,
      records.deals,
      search,
      locale,
      nothing,
    );
    return {
      inForce: { filters: asked.filters, filter: { unknown: asked.filter.unknown } },
      bar: null,
      content: <BoardSection {...shared} board={board} now={ctx.now.toISOString()} />,
    };
  };
  const { inForce, bar, content } = await read();
  const frame = { view, pipelines: pipelines.data, pipeline, owners: owners.data, inForce, bar } as const;
  return (
    <DealsFrame {...shared} {...frame}>
      {content}
    </DealsFrame>
  );
}
