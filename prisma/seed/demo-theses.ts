import { newId } from "@/server/ids";
import type { DemoClaim, DemoThesis } from "./demo/schema";
import type { Owner } from "./owner";

/** Slug → id. */
export type ThesisIds = ReadonlyMap<string, string>;

/** The theses of the essay with their first wording, and its claims. The facets must be there. */
export async function seedTheses(
  tx: Owner,
  workspaceId: string,
  theses: readonly DemoThesis[],
  claims: readonly DemoClaim[],
): Promise<ThesisIds> {
  const facets = new Map(
    (await tx.facet.findMany({ where: { workspaceId } })).map((facet) => [facet.slug, facet.id]),
  );
  const ids = new Map(theses.map(({ slug }) => [slug, newId()]));
  const wording = (thesis: DemoThesis) => ({
    nameEn: thesis.name.en,
    nameZh: thesis.name.zh,
    statementEn: thesis.statement.en,
    statementZh: thesis.statement.zh,
    keywords: thesis.keywords,
  });
  await tx.thesis.createMany({
    data: theses.map((thesis, position) => ({
      workspaceId,
      id: idIn(ids, thesis.slug),
      facetId: idIn(facets, thesis.facet),
      slug: thesis.slug,
      color: thesis.color,
      position,
      horizon: thesis.horizon ?? null,
      ...wording(thesis),
    })),
  });
  await tx.thesisVersion.createMany({
    data: theses.map((thesis) => ({
      workspaceId,
      thesisId: idIn(ids, thesis.slug),
      number: 1,
      note: thesis.note ? `${thesis.note.en} / ${thesis.note.zh}` : null,
      validFrom: new Date(thesis.validFrom),
      ...wording(thesis),
    })),
  });
  await seedClaims(tx, workspaceId, claims, ids);
  return ids;
}

async function seedClaims(
  tx: Owner,
  workspaceId: string,
  claims: readonly DemoClaim[],
  theses: ThesisIds,
): Promise<void> {
  const withIds = claims.map((claim) => ({ ...claim, id: newId() }));
  await tx.claim.createMany({
    data: withIds.map((claim, position) => ({
      workspaceId,
      id: claim.id,
      thesisId: claim.thesis === null ? null : idIn(theses, claim.thesis),
      number: claim.number,
      position,
      statementEn: claim.statement.en,
      statementZh: claim.statement.zh,
      indicatorEn: claim.indicator.en,
      indicatorZh: claim.indicator.zh,
      resolutionRuleEn: claim.resolutionRule.en,
      resolutionRuleZh: claim.resolutionRule.zh,
      hedgeEn: claim.hedge?.en ?? null,
      hedgeZh: claim.hedge?.zh ?? null,
      sourceEn: claim.source.en,
      sourceZh: claim.source.zh,
      deadline: new Date(claim.deadline),
      ruleWrittenAfterWindow: claim.ruleWrittenAfterWindow,
    })),
  });
  await tx.claimElement.createMany({
    data: withIds.flatMap((claim) =>
      claim.elements.map((slug) => ({ workspaceId, claimId: claim.id, thesisId: idIn(theses, slug) })),
    ),
  });
}

/** The id under this key; the data was checked when it was loaded, so a missing one is a bug. */
export function idIn(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo data names "${key}", which is not there`);
  return id;
}
