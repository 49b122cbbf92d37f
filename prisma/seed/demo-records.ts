import { companyIndex } from "@/features/companies/record";
import { newsIndex } from "@/features/news/record";
import { canonicalUrl } from "@/lib/text/addresses";
import { newId } from "@/server/ids";
import { indexRows } from "@/server/sql/search";
import type { DemoCompany, DemoDeal, DemoNewsItem, DemoTag } from "./demo/schema";
import { idIn, type ThesisIds } from "./demo-theses";
import { demoActor, type Owner } from "./owner";

/** Key → id. */
export type CompanyIds = ReadonlyMap<string, string>;

function tagRow(
  workspaceId: string,
  subjectId: string,
  thesisId: string,
  tag: Pick<DemoTag, "stance" | "strength" | "note">,
) {
  return {
    workspaceId,
    id: newId(),
    subjectId,
    thesisId,
    stance: tag.stance,
    strength: tag.strength,
    note: tag.note ?? null,
    origin: "import" as const,
    actorName: demoActor,
  };
}

export async function seedCompanies(
  tx: Owner,
  workspaceId: string,
  companies: readonly DemoCompany[],
  theses: ThesisIds,
): Promise<CompanyIds> {
  const ids = new Map(companies.map(({ key }) => [key, newId()]));
  await tx.company.createMany({
    data: companies.map((company) => ({
      workspaceId,
      id: idIn(ids, company.key),
      nameEn: company.name.en ?? null,
      nameZh: company.name.zh ?? null,
      formerNames: company.formerNames,
      domain: company.domain,
      country: company.country,
      stage: company.stage ?? null,
      foundedYear: company.foundedYear ?? null,
      descriptionEn: company.description.en,
      descriptionZh: company.description.zh,
    })),
  });
  await indexRows({ tx, workspaceId }, companyIndex, [...ids.values()]);
  await tx.companyTag.createMany({
    data: companies.flatMap((company) =>
      company.tags.map((tag) => tagRow(workspaceId, idIn(ids, company.key), idIn(theses, tag.thesis), tag)),
    ),
  });
  return ids;
}

/** Days without an hour stand at noon in Shanghai, the demo's zone, and are shown as days. */
function timeOf(published: string): { at: Date; day: Date | null } {
  if (published.length > 10) return { at: new Date(published), day: null };
  return { at: new Date(`${published}T12:00:00+08:00`), day: new Date(published) };
}

export async function seedNews(
  tx: Owner,
  workspaceId: string,
  news: readonly DemoNewsItem[],
  theses: ThesisIds,
  companies: CompanyIds,
): Promise<void> {
  const items = news.map((item) => ({ ...item, id: newId(), ...timeOf(item.publishedAt) }));
  await tx.newsItem.createMany({
    data: items.map((item) => ({
      workspaceId,
      id: item.id,
      sourceKey: `demo:${item.key}`,
      url: canonicalUrl(item.url),
      title: item.title,
      kind: item.kind,
      language: item.language,
      excerpt: item.summary ?? "",
      text: item.summary ?? "",
      publishedAt: item.at,
      publishedDay: item.day,
    })),
  });
  await indexRows(
    { tx, workspaceId },
    newsIndex,
    items.map(({ id }) => id),
  );
  await tx.newsCompany.createMany({
    data: items.flatMap((item) =>
      item.companies.map((key) => ({ workspaceId, newsItemId: item.id, companyId: idIn(companies, key) })),
    ),
  });
  await tx.newsTag.createMany({
    data: items.flatMap((item) =>
      item.tags.map((tag) => ({
        ...tagRow(workspaceId, item.id, idIn(theses, tag.thesis), tag),
        publishedAt: item.at,
      })),
    ),
  });
}

const both = (text: { en: string; zh: string } | undefined) => (text ? `${text.en} / ${text.zh}` : null);

/** Examples of a pipeline: marked as such, and owned by the demo's owner so that "my deals" shows something. */
export async function seedDeals(
  tx: Owner,
  workspaceId: string,
  deals: readonly DemoDeal[],
  theses: ThesisIds,
  companies: CompanyIds,
  ownerId: string,
): Promise<void> {
  const pipeline = await tx.pipeline.findFirstOrThrow({ where: { workspaceId } });
  const stages = new Map(
    (await tx.stage.findMany({ where: { workspaceId } })).map((stage) => [stage.slug, stage.id]),
  );
  for (const deal of deals) {
    const id = newId();
    const opened = timeOf(deal.openedOn).at;
    const steps = [{ to: deal.moves[0] ? "sourced" : deal.stage, on: deal.openedOn }, ...deal.moves].filter(
      (step, at, all) => step.to !== all[at - 1]?.to,
    );
    const last = steps.at(-1);
    await tx.deal.create({
      data: {
        workspaceId,
        id,
        companyId: idIn(companies, deal.company),
        pipelineId: pipeline.id,
        stageId: idIn(stages, deal.stage),
        round: deal.round ?? null,
        amount: deal.amount?.value ?? null,
        currency: deal.amount?.currency ?? null,
        ownerId,
        source: deal.amountSource ?? both(deal.source),
        nextStep: both(deal.nextStep),
        passReason: both(deal.passReason),
        revisitIf: both(deal.revisitIf),
        example: true,
        openedOn: new Date(deal.openedOn),
        stageEnteredAt: last ? timeOf(last.on).at : opened,
        createdAt: opened,
      },
    });
    await tx.stageMove.createMany({
      data: steps.map((step, at) => ({
        workspaceId,
        id: newId(),
        dealId: id,
        fromStageId: at === 0 ? null : idIn(stages, steps[at - 1]?.to ?? "sourced"),
        toStageId: idIn(stages, step.to),
        reason: step.to === "passed" ? both(deal.passReason) : null,
        actorName: demoActor,
        movedAt: timeOf(step.on).at,
      })),
    });
    await tx.dealTag.createMany({
      data: deal.theses.map((tag) => tagRow(workspaceId, id, idIn(theses, tag.slug), tag)),
    });
  }
}
