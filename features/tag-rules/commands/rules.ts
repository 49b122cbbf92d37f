import { thesisOf } from "@/features/theses/queries";
import { StoredFilter } from "@/lib/filter/schema";
import { Prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { command } from "@/server/operation";
import { auditCreated, revisable, revise, rowKey } from "@/server/record/revise";
import { checkedRule } from "../queries/ready-rules";
import { ruleById, synonymsOf } from "../queries/rules";
import { CreateRule, PutSynonyms, Rule, Synonyms, UpdateRule } from "../schema";

const rules = revisable({
  noun: "rule",
  table: "tag_rule",
  read: async (ctx, id) => {
    const row = await ctx.tx.tagRule.findUniqueOrThrow({ where: rowKey(ctx, id) });
    return { ...row, filter: StoredFilter.parse(row.filter) };
  },
  write: (ctx, id, columns) =>
    ctx.tx.tagRule.update({
      where: rowKey(ctx, id),
      data: { ...columns, updatedAt: ctx.now },
      select: { id: true },
    }),
  show: ruleById,
  subject: ({ id, name }) => ({ entity: "rule", entityId: id, label: name }),
  audited: ["name", "expression", "stance", "strength", "status"],
});

/** The synonyms of a thesis, whose id they have; version 0 until they are first written. */
const synonyms = revisable({
  noun: "list of synonyms",
  table: "thesis_synonyms",
  where: (ctx, id) => Prisma.sql`workspace_id = ${ctx.workspaceId}::uuid AND thesis_id = ${id}::uuid`,
  read: synonymsOf,
  write: (ctx, thesisId, { sets, version }) =>
    ctx.tx.thesisSynonyms.update({
      where: { workspaceId_thesisId: { workspaceId: ctx.workspaceId, thesisId } },
      data: { sets, version, updatedAt: ctx.now },
    }),
  show: synonymsOf,
  subject: ({ thesisId, thesis }) => ({ entity: "thesis", entityId: thesisId, label: thesis }),
  audited: [["synonyms", ({ sets }) => sets]],
});

export const createRule = command({
  name: "rule.create",
  summary: "Write a rule that tags news as it arrives; what is stored already is tagged by applying it",
  allow: "tag:write",
  http: { method: "POST", path: "/rules", status: 201 },
  input: CreateRule,
  output: Rule,
  run: async (ctx, { thesis: ref, ...values }) => {
    const { id: thesisId } = await thesisOf(ctx, ref);
    const filter = await checkedRule(ctx, values.expression);
    const id = newId();
    await ctx.tx.tagRule.create({
      data: {
        ...values,
        filter,
        workspaceId: ctx.workspaceId,
        id,
        thesisId,
        createdBy: ctx.actor.name,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    const rule = await ruleById(ctx, id);
    auditCreated(ctx, rules, rule);
    return rule;
  },
});

export const updateRule = command({
  name: "rule.update",
  summary: "Change, pause or retire a rule; tags it set stay until it is applied again or its step is undone",
  allow: "tag:write",
  http: { method: "PATCH", path: "/rules/{id}" },
  input: UpdateRule,
  output: Rule,
  run: async (ctx, input) => {
    const { id: _, version: __, expression, ...values } = input;
    const { after } = await revise(ctx, rules, input, async (_row, before) => {
      if (expression === undefined || expression === before.expression) return values;
      return { ...values, expression, filter: await checkedRule(ctx, expression) };
    });
    return after;
  },
});

export const putSynonyms = command({
  name: "rule.putSynonyms",
  summary: "Say which words stand for each other in the rules of a thesis, in any language",
  allow: "tag:write",
  http: { method: "PUT", path: "/theses/{id}/synonyms" },
  input: PutSynonyms,
  output: Synonyms,
  run: async (ctx, { id: ref, ...input }) => {
    const { id } = await thesisOf(ctx, ref);
    // A row to lock: of two who write the first synonyms at once, the second waits.
    await ctx.tx.thesisSynonyms.createMany({
      data: { workspaceId: ctx.workspaceId, thesisId: id, sets: [], version: 0, updatedAt: ctx.now },
      skipDuplicates: true,
    });
    const { after } = await revise(ctx, synonyms, { ...input, id }, () => ({ sets: input.sets }));
    const { thesis, sets, version } = after;
    return { thesis, sets, version };
  },
});
