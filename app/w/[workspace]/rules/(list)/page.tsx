import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listRules } from "@/features/tag-rules/queries/rules";
import { RulesPage } from "@/features/tag-rules/ui/rules-page";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace } = await params;
  const retired = (await searchParams).retired === "true";
  const ctx = await pageContext(workspace);
  const [rules, theses] = await Promise.all([
    listRules(ctx, retired ? { status: "retired" } : {}),
    listTheses(ctx, {}),
  ]);
  return (
    <RulesPage
      slug={workspace}
      rules={rules.data}
      theses={thesisOptions(theses.data)}
      retired={retired}
      canWrite={grants(ctx.role, "tag:write")}
    />
  );
}
