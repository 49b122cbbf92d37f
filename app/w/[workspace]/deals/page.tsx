import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { readFilters } from "@/features/companies/domain";
import { dealBoard } from "@/features/deals/queries/board";
import { listDeals, listOwners } from "@/features/deals/queries/deals";
import { listPipelines } from "@/features/deals/queries/pipelines";
import { GetBoard, ListDeals } from "@/features/deals/schema";
import { BoardSection } from "@/features/deals/ui/board-section";
import { DealsFrame } from "@/features/deals/ui/deals-frame";
import { DealsList } from "@/features/deals/ui/deals-list";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

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
  const known = {
    thesis: theses.flatMap(({ id, slug: thesis }) => [id, thesis]),
    pipeline: pipelines.data.flatMap(({ id, slug: pipeline }) => [id, pipeline]),
  };
  const view = search.view === "board" && pipelines.data.length > 0 ? "board" : "list";
  const canWrite = grants(ctx.role, "deal:write");
  const pipeline =
    pipelines.data.find((one) => one.slug === search.pipeline || one.id === search.pipeline) ??
    pipelines.data[0];
  const shared = { slug, theses, searchParams: search, canWrite, timeZone: ctx.workspace.timeZone };

  const content = async () => {
    if (view === "board") {
      const board = await dealBoard(ctx, readFilters(GetBoard.shape, search, known));
      return <BoardSection {...shared} board={board} now={ctx.now.toISOString()} />;
    }
    const { cursor, limit, sort, ...filters } = readFilters(ListDeals.shape, search, known);
    const order = sort === "opened" ? "opened" : "updated";
    const deals = await listDeals(ctx, { ...filters, cursor, limit, sort: order });
    return <DealsList {...shared} deals={deals} sort={order} filtered={Object.keys(filters).length > 0} />;
  };
  return (
    <DealsFrame {...shared} view={view} pipelines={pipelines.data} pipeline={pipeline} owners={owners.data}>
      {await content()}
    </DealsFrame>
  );
}
