import { thesisOf } from "@/features/theses/queries";
import { staleVersion } from "@/server/errors";
import { newId } from "@/server/ids";
import { type Changes, command } from "@/server/operation";
import { checkedRule } from "../queries/ready-rules";
import { ruleById, synonymsOf } from "../queries/rules";
import { CreateRule, PutSynonyms, Rule, Synonyms, UpdateRule } from "../schema";

const audited = ["name", "expression", "stance", "strength", "status"] as const;

function changesOf(before: Partial<Rule>, after: Rule): Changes {
  return Object.fromEntries(
    audited
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, [before[field] ?? null, after[field]]]),
  );
}

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
    ctx.audit({ entity: "rule", entityId: id, label: rule.name, changes: changesOf({}, rule) });
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
  run: async (ctx, { id, version, ...values }) => {
    const before = await ruleById(ctx, id);
    const stale = version !== undefined && version !== before.version;
    if (stale) throw staleVersion("rule", version, before.version);
    const { expression } = values;
    const filter = expression === undefined ? {} : { filter: await checkedRule(ctx, expression) };
    const { count } = await ctx.tx.tagRule.updateMany({
      where: { workspaceId: ctx.workspaceId, id, version: before.version },
      data: { ...values, ...filter, updatedAt: ctx.now, version: { increment: 1 } },
    });
    const after = await ruleById(ctx, id);
    if (count === 0) throw staleVersion("rule", before.version, after.version);
    ctx.audit({ entity: "rule", entityId: id, label: after.name, changes: changesOf(before, after) });
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
  run: async (ctx, { id, sets, version }) => {
    const { thesisId, ...before } = await synonymsOf(ctx, id);
    if (version !== undefined && version !== before.version)
      throw staleVersion("list of synonyms", version, before.version);
    const key = { workspaceId: ctx.workspaceId, thesisId };
    await ctx.tx.thesisSynonyms.upsert({
      where: { workspaceId_thesisId: key },
      create: { ...key, sets, updatedAt: ctx.now },
      update: { sets, updatedAt: ctx.now, version: { increment: 1 } },
    });
    ctx.audit({
      entity: "thesis",
      entityId: thesisId,
      label: before.thesis,
      changes: { synonyms: [before.sets, sets] },
    });
    return { thesis: before.thesis, sets, version: before.version + 1 };
  },
});
