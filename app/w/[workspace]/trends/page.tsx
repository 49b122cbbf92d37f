import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/query-string";
import { listTheses } from "@/features/theses/queries";
import { extent, signals } from "@/features/trends/queries";
import { chartRange } from "@/features/trends/rules";
import { SignalsInput } from "@/features/trends/schema";
import { TrendsPage } from "@/features/trends/ui/trends-page";
import { pageContext } from "@/server/auth/session";
import { AppError } from "@/server/errors";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trends"))("title") };
}

export default async function Trends({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const [theses, days] = await Promise.all([listTheses(ctx, {}), extent(ctx, {})]);
  const known = theses.data.flatMap(({ id, slug }) => [id, slug]);
  const asked = SignalsInput.partial().safeParse({
    ...search,
    // An old link may name a thesis that is gone; the rest of it still means something.
    thesis: String(search.thesis ?? "").split(",").filter((ref) => known.includes(ref)),
  });
  const input = asked.success ? asked.data : {};
  const { from, to, movedTo } = chartRange(input, days.last, ctx.now, ctx.workspace.timeZone);
  const shared = { slug: workspace, theses: theses.data.filter((one) => one.status === "active"), movedTo };
  try {
    return <TrendsPage {...shared} signals={await signals(ctx, { ...input, from, to })} />;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "INVALID")) throw error;
    return <TrendsPage {...shared} signals={null} problem={error.details.fields?.to ? "backwards" : "tooMany"} />;
  }
}
