import type { z } from "zod";
import { putTag } from "@/features/tags/commands/tags";
import { actorUserId } from "@/server/context";
import { conflict, staleVersion } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { changedFields } from "./domain";
import { companyCreated, companyUpdated } from "./events";
import { companyById } from "./queries";
import { Company, CreateCompany, UpdateCompany } from "./schema";

const audited = [
  "name",
  "formerNames",
  "aliases",
  "domain",
  "country",
  "stage",
  "foundedYear",
  "creditCode",
  "description",
  "descriptionZh",
] as const;

/** What a company is called in the audit and in messages. */
function labelOf(company: Pick<Company, "name">): string {
  return company.name.en ?? company.name.zh ?? "";
}

export const createCompany = command({
  name: "company.create",
  summary: "Add a company; the same domain or credit code again is refused, naming the company that has it",
  allow: "company:write",
  http: { method: "POST", path: "/companies", status: 201 },
  input: CreateCompany,
  output: Company,
  run: async (ctx, { tags = [], ...input }) => {
    const id = newId();
    await refuseTaken(ctx, id, input);
    await ctx.tx.company.create({
      data: {
        ...columns(input),
        formerNames: input.formerNames ?? [],
        aliases: input.aliases ?? [],
        workspaceId: ctx.workspaceId,
        id,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        createdById: actorUserId(ctx.actor),
      },
      select: { id: true },
    });
    for (const tag of tags) await putTag(ctx, "company", id, tag);
    const company = await companyById(ctx, id);
    ctx.audit({
      entity: "company",
      entityId: id,
      label: labelOf(company),
      changes: changedFields({}, company, audited),
    });
    ctx.emit(companyCreated, { id });
    return company;
  },
});

export const updateCompany = command({
  name: "company.update",
  summary: "Change a company; fields left out stay as they are",
  allow: "company:write",
  http: { method: "PATCH", path: "/companies/{id}" },
  input: UpdateCompany,
  output: Company,
  run: async (ctx, { id, version, ...input }) => {
    const before = await companyById(ctx, id);
    if (version !== undefined && version !== before.version)
      throw staleVersion("company", version, before.version);
    await refuseTaken(ctx, id, input);
    const { count } = await ctx.tx.company.updateMany({
      where: { workspaceId: ctx.workspaceId, id, version: before.version },
      data: { ...columns(input), updatedAt: ctx.now, version: { increment: 1 } },
    });
    const after = await companyById(ctx, id);
    if (count === 0) throw staleVersion("company", version ?? before.version, after.version);
    ctx.audit({
      entity: "company",
      entityId: id,
      label: labelOf(after),
      changes: changedFields(before, after, audited),
    });
    ctx.emit(companyUpdated, { id });
    return after;
  },
});

type Facts = Omit<z.output<typeof UpdateCompany>, "id" | "version">;

/** The input under the columns' names; what is undefined Prisma leaves alone. */
function columns({ name, description, ...rest }: Facts) {
  return { ...rest, nameEn: name?.en, nameZh: name?.zh, descriptionEn: description };
}

/** A domain and a credit code belong to one company each; says which one has it. */
async function refuseTaken(ctx: CommandContext, id: string, input: Facts): Promise<void> {
  const identities = [
    ...(input.domain ? [{ field: "domain", value: input.domain, where: { domain: input.domain } }] : []),
    ...(input.creditCode
      ? [{ field: "creditCode", value: input.creditCode, where: { creditCode: input.creditCode } }]
      : []),
  ];
  for (const { field, value, where } of identities) {
    const other = await ctx.tx.company.findFirst({
      where: { workspaceId: ctx.workspaceId, ...where, id: { not: id } },
      select: { id: true, nameEn: true, nameZh: true },
    });
    if (!other) continue;
    const name = other.nameEn ?? other.nameZh ?? "";
    throw conflict(
      `${value} already belongs to ${name} (${other.id}). Edit that company, or check the ${field}.`,
      {
        key: "companyIdentityTaken",
        values: { value, name, id: other.id },
        fields: { [field]: `already belongs to ${name}` },
      },
    );
  }
}
