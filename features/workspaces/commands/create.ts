import { termsVersion } from "@/lib/text/search-terms";
import type { PrismaClient } from "@/server/db/generated/client";
import { conflict, invalid } from "@/server/errors";
import { newId } from "@/server/ids";
import { defaultFacets, defaultPipeline, isCurrency, isTimeZone, slugOf } from "../domain";

export type NewWorkspace = {
  name: string;
  /** Made from the name when it is not given. */
  slug?: string;
  /** IANA name; UTC unless told. */
  timeZone?: string;
  /** ISO 4217; USD unless told. */
  currency?: string;
  demo?: boolean;
};

type Db = Pick<PrismaClient, "workspace" | "facet" | "pipeline" | "stage" | "auditEntry">;

/**
 * Makes a workspace with its facets and its first pipeline. `owner` is a client, or a transaction of one, from
 * `ownerDb`: the application's own role cannot see a workspace that is not there yet. Throws INVALID or CONFLICT.
 */
export async function createWorkspace(owner: Db, input: NewWorkspace): Promise<{ id: string; slug: string }> {
  const name = input.name.trim();
  if (name === "" || name.length > 80) throw invalid({ name: "must have 1 to 80 characters" });
  const timeZone = input.timeZone ?? "UTC";
  if (!isTimeZone(timeZone)) throw invalid({ timeZone: "must be a time zone like Asia/Shanghai" });
  const currency = input.currency ?? "USD";
  if (!isCurrency(currency)) throw invalid({ currency: "must be a currency code like USD or CNY" });
  const slug = await freeSlug(owner, name, input.slug);
  const workspaceId = newId();
  await owner.workspace.create({
    data: {
      id: workspaceId,
      slug,
      name,
      timeZone,
      currency,
      demo: input.demo ?? false,
      searchVersion: termsVersion,
    },
  });
  await addFacets(owner, workspaceId);
  await addPipeline(owner, workspaceId);
  await owner.auditEntry.create({
    data: {
      workspaceId,
      id: newId(),
      actorKind: "cli",
      actorName: "command line",
      operation: "workspace.create",
      entity: "workspace",
      entityId: workspaceId,
      label: name,
    },
  });
  return { id: workspaceId, slug };
}

async function freeSlug(owner: Db, name: string, wanted: string | undefined): Promise<string> {
  const isTaken = async (slug: string) => (await owner.workspace.count({ where: { slug } })) > 0;
  if (wanted !== undefined) {
    if (slugOf(wanted) !== wanted)
      throw invalid({ slug: "must be lower-case letters, digits and hyphens, 2 to 40 characters" });
    if (await isTaken(wanted))
      throw conflict(`There already is a workspace "${wanted}". Choose another slug.`, {
        key: "slugTaken",
        values: { slug: wanted },
      });
    return wanted;
  }
  const base = slugOf(name) ?? "fund";
  for (let number = 1; number < 1000; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await isTaken(slug))) return slug;
  }
  throw conflict(`There are too many workspaces called "${base}". Choose a slug yourself.`, {
    key: "slugTaken",
    values: { slug: base },
  });
}

async function addFacets(owner: Db, workspaceId: string): Promise<void> {
  await owner.facet.createMany({
    data: defaultFacets.map(({ slug, name }, position) => ({
      workspaceId,
      id: newId(),
      slug,
      nameEn: name.en,
      nameZh: name.zh,
      position,
    })),
  });
}

async function addPipeline(owner: Db, workspaceId: string): Promise<void> {
  const { slug, name, stages } = defaultPipeline;
  const pipelineId = newId();
  await owner.pipeline.create({
    data: { workspaceId, id: pipelineId, slug, nameEn: name.en, nameZh: name.zh, position: 0 },
  });
  await owner.stage.createMany({
    data: stages.map((stage, position) => ({
      workspaceId,
      id: newId(),
      pipelineId,
      slug: stage.slug,
      nameEn: stage.name.en,
      nameZh: stage.name.zh,
      position,
      kind: stage.kind,
    })),
  });
}
