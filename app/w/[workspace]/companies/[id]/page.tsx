import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readName } from "@/features/companies/domain";
import { companyHistory, getCompany } from "@/features/companies/queries";
import { CompanyPage } from "@/features/companies/ui/company-page";
import { RecordNotes } from "@/features/notes/ui/parts/record-notes";
import { TagEditor } from "@/features/tags/ui/parts/tag-editor";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; id: string }> };

const readCompany = cache(async (workspace: string, id: string) =>
  orNotFound(getCompany(await pageContext(workspace), { id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  return { title: readName((await readCompany(workspace, id)).name, await getLocale()).main };
}

export default async function OneCompanyPage({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await pageContext(workspace);
  const [company, history, theses] = await Promise.all([
    readCompany(workspace, id),
    orNotFound(companyHistory(ctx, { id })),
    listTheses(ctx, {}),
  ]);
  return (
    <CompanyPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      company={company}
      history={history.data}
      theses={theses.data}
      canWrite={grants(ctx.role, "company:write")}
      notes={<RecordNotes ctx={ctx} subject="companies" id={id} />}
      tagEditor={
        <TagEditor
          workspace={workspace}
          subject="company"
          subjectId={id}
          tags={company.tags}
          theses={thesisOptions(theses.data)}
          timeZone={ctx.workspace.timeZone}
          canWrite={grants(ctx.role, "tag:write")}
        />
      }
    />
  );
}
