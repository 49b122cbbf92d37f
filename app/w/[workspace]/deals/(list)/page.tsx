import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { dealBoard } from "@/features/deals/queries/board";
import { listDeals, listOwners } from "@/features/deals/queries/deals";
import { listPipelines } from "@/features/deals/queries/pipelines";
import { BoardSection } from "@/features/deals/ui/board-section";
import { DealsBoard } from "@/features/deals/ui/deals-board";
import { DealsList } from "@/features/deals/ui/deals-list";
import { records } from "@/features/records";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { openListPage } from "@/features/views/ui/parts/open-list-page";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";
import { askedOnPage } from "@/server/record/list-page";

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
  const canWrite = grants(ctx.role, "deal:write");
  const pipeline =
    pipelines.data.find((one) => one.slug === search.pipeline || one.id === search.pipeline) ??
    pipelines.data[0];
  const frame = {
    slug,
    searchParams: search,
    canWrite,
    filters: { theses, pipelines: pipelines.data, pipeline, owners: owners.data },
  };
  const rows = { theses, timeZone: ctx.workspace.timeZone };
  if (search.view !== "board" || pipeline === undefined) {
    const listed = await openListPage(ctx, "deals", listDeals, search);
    return <DealsList {...frame} {...rows} listed={listed} />;
  }
  const nothing = {
    pipeline,
    columns: pipeline.stages.map((stage) => ({ stage, count: 0, amounts: 0, sums: [], deals: [] })),
  };
  const locale = await getLocale();
  const { answer: board, asked } = await askedOnPage(ctx, dealBoard, records.deals, search, locale, nothing);
  return (
    <DealsBoard {...frame} inForce={{ filters: asked.filters, filter: { unknown: asked.filter.unknown } }}>
      <BoardSection
        {...rows}
        slug={slug}
        searchParams={search}
        canWrite={canWrite}
        board={board}
        now={ctx.now.toISOString()}
      />
    </DealsBoard>
  );
}
