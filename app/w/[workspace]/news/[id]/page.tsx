import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { CompanyLinks } from "@/features/mentions/ui/parts/company-links";
import { getNews } from "@/features/news/queries/news-item";
import { NewsPage } from "@/features/news/ui/news-page";
import { TagHistoryList } from "@/features/news/ui/tag-history";
import { RecordNotes } from "@/features/notes/ui/parts/record-notes";
import { storyOfItem } from "@/features/stories/queries/stories";
import { StoryPanel } from "@/features/stories/ui/story-panel";
import { suggestionsFor } from "@/features/suggestions/queries/suggestions";
import { shownSuggestions } from "@/features/suggestions/ui/shown-suggestions";
import { SuggestionChips } from "@/features/suggestions/ui/suggestion-chips";
import { SuggestionKeys } from "@/features/suggestions/ui/suggestion-keys";
import { newsTagHistory } from "@/features/tags/queries/tags";
import { TagEditor } from "@/features/tags/ui/parts/tag-editor";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/auth/session";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; id: string }> };

const readItem = cache(async (workspace: string, id: string) =>
  orNotFound(getNews(await pageContext(workspace), { id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  return { title: (await readItem(workspace, id)).title };
}

export default async function OneNewsPage({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await pageContext(workspace);
  const [item, told, history, listed, suggested, t] = await Promise.all([
    readItem(workspace, id),
    orNotFound(storyOfItem(ctx, { id })),
    orNotFound(newsTagHistory(ctx, { id })),
    listTheses(ctx, {}),
    orNotFound(suggestionsFor(ctx, { ids: [id] })),
    getTranslations("stories"),
  ]);
  const theses = thesisOptions(listed.data);
  const { timeZone } = ctx.workspace;
  const canWrite = grants(ctx.role, "news:write");
  const canTag = grants(ctx.role, "tag:write");
  const suggestions = shownSuggestions(suggested.data, theses, await getLocale()).get(id) ?? [];
  return (
    <NewsPage
      slug={workspace}
      timeZone={timeZone}
      item={item}
      theses={theses}
      canWrite={canWrite}
      canTag={canTag}
      moreKeys={canTag && <SuggestionKeys />}
      companies={
        <CompanyLinks workspace={workspace} newsId={id} companies={item.companies} canWrite={canWrite} />
      }
      story={{
        title: t("title"),
        panel: (
          <ClientMessages of={["stories", "errors"]}>
            <StoryPanel workspace={workspace} timeZone={timeZone} itemId={id} {...told} canWrite={canWrite} />
          </ClientMessages>
        ),
      }}
      notes={<RecordNotes ctx={ctx} subject="news" id={id} />}
      tagEditor={
        <>
          {canTag && suggestions.length > 0 && (
            <SuggestionChips workspace={workspace} newsId={id} title={item.title} suggestions={suggestions} />
          )}
          <TagEditor
            workspace={workspace}
            subject="news"
            subjectId={id}
            tags={item.tags}
            theses={theses}
            timeZone={timeZone}
            canWrite={canTag}
          />
        </>
      }
      tagHistory={
        history.data.length > 0 && (
          <TagHistoryList history={history.data} theses={theses} timeZone={timeZone} />
        )
      }
    />
  );
}
