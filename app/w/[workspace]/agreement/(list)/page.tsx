import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { listRounds } from "@/features/agreement/queries/rounds";
import { listTasks } from "@/features/agreement/queries/tasks";
import { AgreementPage } from "@/features/agreement/ui/agreement-page";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { listMembers } from "@/features/workspaces/queries";
import { pageContext } from "@/server/auth/session";
import { actorUserId, type Context } from "@/server/context";
import { grants } from "@/server/permissions";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams & { cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("title") };
}

export default async function RoundsPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const [rounds, theses, work] = await Promise.all([
    listRounds(ctx, { cursor: search.cursor }),
    listTheses(ctx, {}),
    grants(ctx.role, "tag:write") ? workOf(ctx) : null,
  ]);
  return (
    <AgreementPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      rounds={rounds}
      searchParams={search}
      theses={thesisOptions(theses.data)}
      work={work}
    />
  );
}

/** What waits for this person, and who could read for them: everybody else who may tag. */
async function workOf(ctx: Context) {
  const [tasks, members] = await Promise.all([
    listTasks(ctx, { unread: true, limit: 200 }),
    listMembers(ctx, { limit: 200 }),
  ]);
  const self = actorUserId(ctx.actor);
  const readers = members.data.filter(({ id, role }) => id !== self && grants(role, "tag:write"));
  return { unread: tasks.data.length, readers: readers.map(({ id, name }) => ({ id, name })) };
}
