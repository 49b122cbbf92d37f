import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { listTheses } from "@/features/theses/queries";
import { chartRange } from "@/features/trends/domain";
import { extent, signals } from "@/features/trends/queries/trends";
import { SignalsInput } from "@/features/trends/schema";
import { TrendsPage } from "@/features/trends/ui/trends-page";
import { addDays, dayIn } from "@/lib/calendar/days";
import { acceptedParameters } from "@/lib/schema/accepted";
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
  const { thesis = "", ...asked } = acceptedParameters(SignalsInput.shape, search);
  const chosen = thesis.split(",").filter((one) => known.includes(one));
  const input = SignalsInput.parse({ ...asked, ...(chosen.length > 0 && { thesis: chosen }) });
  const today = dayIn(ctx.now, ctx.workspace.timeZone);
  const { movedTo, ...range } = chartRange(input, days, today);
  const shared = {
    slug: workspace,
    theses: theses.data,
    searchParams: search,
    movedTo,
    until: chartRange({}, days, today).movedTo ?? today,
    extent: days.first && days.last ? { from: days.first, to: addDays(days.last, 1) } : null,
  };
  try {
    return <TrendsPage {...shared} signals={await signals(ctx, { ...input, ...range })} />;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "INVALID")) throw error;
    return (
      <TrendsPage {...shared} signals={null} problem={error.details.fields?.to ? "backwards" : "tooMany"} />
    );
  }
}
