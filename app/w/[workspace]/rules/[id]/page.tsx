import type { Metadata } from "next";
import { cache } from "react";
import { getRule } from "@/features/tag-rules/queries/rules";
import { RulePage } from "@/features/tag-rules/ui/rule-page";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; id: string }> };

const readRule = cache(async (workspace: string, id: string) =>
  orNotFound(getRule(await pageContext(workspace), { id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  return { title: (await readRule(workspace, id)).name };
}

export default async function Page({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await pageContext(workspace);
  const [rule, theses] = await Promise.all([readRule(workspace, id), listTheses(ctx, {})]);
  return (
    <RulePage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      theses={thesisOptions(theses.data)}
      rule={rule}
      canWrite={grants(ctx.role, "tag:write")}
    />
  );
}
