import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getImport } from "@/features/imports/queries/imports";
import { UndoneImport } from "@/features/imports/schema";
import { ImportErrors } from "@/features/imports/ui/import-errors";
import { ItemsLeft } from "@/features/imports/ui/items-left";
import { getRun } from "@/features/runs/queries/runs";
import type { Run } from "@/features/runs/schema";
import { RunPage } from "@/features/runs/ui/run-page";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/auth/session";
import type { Context } from "@/server/context";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs"))("title") };
}

export default async function Page({ params }: Props) {
  const { workspace, id } = await params;
  const context = await pageContext(workspace);
  const run = await orNotFound(getRun(context, { id }));
  return (
    <RunPage
      slug={workspace}
      timeZone={context.workspace.timeZone}
      run={run}
      canChange={grants(context.role, "news:write")}
    >
      <Details context={context} run={run} />
    </RunPage>
  );
}

/** What only the kind of run can show. */
async function Details({ context, run }: { context: Context; run: Run }) {
  if (run.kind === "news.import") {
    const { errors } = await getImport(context, { id: run.id });
    return (
      errors.length > 0 && (
        <ClientMessages of={["news.import"]}>
          <ImportErrors errors={errors} />
        </ClientMessages>
      )
    );
  }
  if (run.kind === "news.undoImport")
    return <ItemsLeft slug={context.workspace.slug} undone={UndoneImport.parse(run.result)} />;
  return null;
}
