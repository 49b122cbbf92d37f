import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RulePage } from "@/features/tag-rules/ui/rule-page";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContextFor } from "@/server/auth/session";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules.form"))("newTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { thesis } = await searchParams;
  const ctx = await pageContextFor(workspace, "tag:write");
  const theses = thesisOptions((await listTheses(ctx, { status: "active" })).data);
  return (
    <RulePage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      theses={theses}
      thesis={typeof thesis === "string" ? thesis : undefined}
      canWrite
    />
  );
}
