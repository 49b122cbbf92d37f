import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { localizedText } from "@/components/text/localized-text";
import { listTasks } from "@/features/agreement/queries/tasks";
import type { Task } from "@/features/agreement/schema";
import { ReadingDesk } from "@/features/agreement/ui/reading-desk";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContextFor } from "@/server/auth/session";
import type { Context } from "@/server/context";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement.read"))("title") };
}

export default async function ReadPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageContextFor(workspace, "tag:write");
  const [t, format, locale, tasks, theses] = await Promise.all([
    getTranslations("agreement"),
    getFormatter(),
    getLocale(),
    allTasks(ctx),
    listTheses(ctx, {}),
  ]);
  const { timeZone } = ctx.workspace;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeZone });
  return (
    <>
      <PageHeader
        title={t("read.title")}
        breadcrumbs={[{ label: t("title"), href: `/w/${workspace}/agreement` }]}
      />
      {tasks.length === 0 ? (
        <EmptyState title={t("read.empty")} description={t("read.emptyDescription")} />
      ) : (
        <ClientMessages of={["agreement.read", "errors"]}>
          <ReadingDesk
            slug={workspace}
            tasks={tasks.map((task) => ({ ...task, day: day(task.item.publishedAt) }))}
            theses={thesisOptions(theses.data)
              .filter(({ status }) => status === "active")
              .map(({ id, name, colorIndex }) => ({ id, colorIndex, name: localizedText(name, locale) }))}
          />
        </ClientMessages>
      )}
    </>
  );
}

/** Everything that waits for this person: only then can the desk tell which reading closes a round. */
async function allTasks(ctx: Context): Promise<Task[]> {
  const tasks: Task[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const { data, nextCursor } = await listTasks(ctx, { limit: 200, cursor });
    tasks.push(...data);
    cursor = nextCursor ?? undefined;
    more = nextCursor !== null;
  }
  return tasks;
}
