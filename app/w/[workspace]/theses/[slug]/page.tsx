import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { localizedText } from "@/components/text/localized-text";
import { listCompanies } from "@/features/companies/queries";
import { listDeals } from "@/features/deals/queries/deals";
import { listNews } from "@/features/news/queries/news-list";
import { RecordNotes } from "@/features/notes/ui/parts/record-notes";
import { getThesis, listTheses, thesisCounts } from "@/features/theses/queries";
import { ThesisLists } from "@/features/theses/ui/thesis-lists";
import { ThesisPage } from "@/features/theses/ui/thesis-page";
import { recentSignals } from "@/features/trends/queries/trends";
import { ThesisTrend } from "@/features/trends/ui/thesis-trend";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/auth/session";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; slug: string }> };

const readThesis = cache(async (workspace: string, id: string) =>
  orNotFound(getThesis(await pageContext(workspace), { id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, slug } = await params;
  return { title: localizedText((await readThesis(workspace, slug)).name, await getLocale()) };
}

export default async function OneThesisPage({ params }: Props) {
  const { workspace, slug } = await params;
  const ctx = await pageContext(workspace);
  const thesis = await readThesis(workspace, slug);
  const only = { thesis: [thesis.id], limit: 8 };
  const [signals, counts, news, companies, deals, theses, locale] = await Promise.all([
    recentSignals(ctx, { thesis: [thesis.id] }),
    thesisCounts(ctx, { thesis: thesis.id }),
    listNews(ctx, only),
    listCompanies(ctx, only),
    listDeals(ctx, only),
    listTheses(ctx, {}),
    getLocale(),
  ]);
  const name = localizedText(thesis.name, locale);
  const { timeZone } = ctx.workspace;
  return (
    <ClientMessages of={["theses.retire", "errors"]}>
      <ThesisPage
        slug={workspace}
        timeZone={timeZone}
        thesis={thesis}
        parent={theses.data.find((one) => one.slug === thesis.parent)}
        canWrite={grants(ctx.role, "thesis:write")}
      >
        <ThesisTrend
          slug={workspace}
          thesis={{ slug: thesis.slug, name, color: thesis.color }}
          signals={signals}
        />
        <ThesisLists
          slug={workspace}
          thesis={thesis.slug}
          timeZone={timeZone}
          counts={counts.data[0] ?? { news: 0, companies: 0, deals: 0 }}
          news={news.data}
          companies={companies.data}
          deals={deals.data}
        />
        <RecordNotes ctx={ctx} subject="theses" id={thesis.slug} />
      </ThesisPage>
    </ClientMessages>
  );
}
