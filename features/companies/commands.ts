import type { z } from "zod";
import { changeTags } from "@/features/tags/commands/tags";
import { actorUserId } from "@/server/context";
import { conflict } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { auditCreated, revisable, revise, rowKey } from "@/server/record/revise";
import { indexRows } from "@/server/sql/search";
import { companyFields } from "./domain";
import { companyCreated, companyUpdated } from "./events";
import { companiesNamed, companyById } from "./queries";
import { companyIndex } from "./record";
import { Company, CreateCompany, CreatedCompany, UpdateCompany } from "./schema";

const companies = revisable({
  noun: "company",
  table: "company",
  read: (ctx, id) => ctx.tx.company.findUniqueOrThrow({ where: rowKey(ctx, id) }),
  write: async (ctx, id, columns) => {
    await ctx.tx.company.update({
      where: rowKey(ctx, id),
      data: { ...columns, updatedAt: ctx.now },
      select: { id: true },
    });
    await indexRows(ctx, companyIndex, [id]);
  },
  show: companyById,
  subject: ({ id, name }) => ({ entity: "company", entityId: id, label: name.en ?? name.zh ?? "" }),
  audited: companyFields,
});

export const createCompany = command({
  name: "company.create",
  summary:
    "Add a company; the same domain or credit code again is refused, naming the company that has it, and `similar` " +
    "names those of the very same name",
  allow: "company:write",
  http: { method: "POST", path: "/companies", status: 201 },
  input: CreateCompany,
  output: CreatedCompany,
  run: async (ctx, { tags = [], ...input }) => {
    const id = newId();
    await refuseTaken(ctx, id, input);
    await ctx.tx.company.create({
      data: {
        ...columnsOf(input),
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
    await indexRows(ctx, companyIndex, [id]);
    await changeTags(ctx, "company", id, tags);
    const company = await companyById(ctx, id);
    await auditCreated(ctx, companies, company);
    ctx.emit(companyCreated, { id });
    return { ...company, similar: await companiesNamed(ctx, company) };
  },
});

export const updateCompany = command({
  name: "company.update",
  summary: "Change a company; fields left out stay as they are",
  allow: "company:write",
  http: { method: "PATCH", path: "/companies/{id}" },
  input: UpdateCompany,
  output: Company,
  run: async (ctx, input) => {
    const { id, version: _, ...facts } = input;
    const { after, changed } = await revise(ctx, companies, input, async () => {
      await refuseTaken(ctx, id, facts);
      return columnsOf(facts);
    });
    if (changed) ctx.emit(companyUpdated, { id });
    return after;
  },
});

type Facts = Omit<z.output<typeof UpdateCompany>, "id" | "version">;

/** The input under the columns' names; what is undefined Prisma leaves alone. */
function columnsOf({ name, description, ...rest }: Facts) {
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
