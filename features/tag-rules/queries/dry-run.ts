import { setImmediate } from "node:timers/promises";
import { thesisOf } from "@/features/theses/queries";
import { AppError, notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { type ReadyRule, winnersOf } from "../domain/evaluate";
import { readyItem } from "../domain/matching";
import { type Outcome, outcomeOf, outcomes } from "../domain/outcome";
import { warningsOf } from "../domain/warnings";
import { DryRun, DryRunResult } from "../schema";
import { checkedMatcher, readyRules } from "./ready-rules";
import { type Place, pairOf, ruleItems, type StoredItem, standingTags } from "./rule-items";

const batchSize = 200;
const maxShown = 200;
/** Somebody waits for the answer. */
const patienceMs = 5000;
/** After so many items whoever else asks the server for something has a turn. */
const itemsPerTurn = 10;
/** The workspaces in which a rule is being tried: one at a time, since it takes the processor. */
const busy = new Set<string>();

export const dryRun = query({
  name: "rule.dryRun",
  summary: "What a rule, saved or not, would do to the newest items: nothing is changed",
  allow: "tag:write",
  http: { method: "POST", path: "/rules/dry-run" },
  input: DryRun,
  output: DryRunResult,
  run: async (ctx, { rule: id, thesis, expression, stance, strength, last }) => {
    const { id: thesisId } = await thesisOf(ctx, thesis);
    if (id !== undefined) await mustExist(ctx, id);
    const { filter, matcher } = await checkedMatcher(ctx, thesisId, expression);
    const draft: ReadyRule = {
      // Nothing carries this id: a rule not saved yet.
      id: id ?? "00000000-0000-0000-0000-000000000000",
      thesisId,
      stance,
      strength,
      matcher,
    };
    const rules = inItsPlace(draft, await readyRules(ctx, { thesisId, ...(id ? { also: id } : {}) }));
    return alone(ctx.workspaceId, async () => ({
      warnings: warningsOf(filter),
      ...(await examine(ctx, draft, rules, last)),
    }));
  },
});

async function alone<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
  if (busy.has(workspaceId))
    throw new AppError("RATE_LIMITED", "Another rule is being tried in this workspace. Try again in 5 s.", {
      key: "ruleTriedAlready",
      values: { seconds: 5 },
    });
  busy.add(workspaceId);
  try {
    return await work();
  } finally {
    busy.delete(workspaceId);
  }
}

async function mustExist(ctx: QueryContext, id: string): Promise<void> {
  const found = await ctx.tx.tagRule.count({ where: { workspaceId: ctx.workspaceId, id } });
  if (found === 0) throw notFound("rule");
}

/** The draft stands where its saved form stands, a new one last. */
function inItsPlace(draft: ReadyRule, saved: ReadyRule[]): ReadyRule[] {
  return saved.some(({ id }) => id === draft.id)
    ? saved.map((rule) => (rule.id === draft.id ? draft : rule))
    : [...saved, draft];
}

async function examine(
  ctx: QueryContext,
  draft: ReadyRule,
  rules: readonly ReadyRule[],
  last: number,
): Promise<Omit<DryRunResult, "warnings">> {
  const began = performance.now();
  const concerned: DryRunResult["data"] = [];
  let after: Place | null = null;
  let [examined, matched, complete] = [0, 0, true];
  while (examined < last) {
    const items: StoredItem[] = await ruleItems(ctx, { after, limit: Math.min(batchSize, last - examined) });
    for (const found of await outcomesOf(ctx, draft, rules, items)) {
      if (found.words.length > 0 || found.met) matched += 1;
      if (found.outcome) concerned.push({ ...found.shown, words: found.words, outcome: found.outcome });
    }
    examined += items.length;
    const lowest = items.at(-1);
    if (lowest === undefined || items.length < batchSize) break;
    after = { time: lowest.publishedAt, id: lowest.id };
    complete = performance.now() - began < patienceMs;
    if (!complete) break;
  }
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, concerned.filter((one) => one.outcome === outcome).length]),
  );
  return {
    examined,
    complete: complete || examined === last,
    matched,
    counts: DryRunResult.shape.counts.parse(counts),
    data: concerned.slice(0, maxShown),
  };
}

type Found = {
  shown: Omit<DryRunResult["data"][number], "words" | "outcome">;
  met: boolean;
  words: string[];
  outcome: Outcome | null;
};

async function outcomesOf(
  ctx: QueryContext,
  draft: ReadyRule,
  rules: readonly ReadyRule[],
  items: readonly StoredItem[],
): Promise<Found[]> {
  const ids = items.map(({ id }) => id);
  const standing = await standingTags(ctx, ids, [draft.thesisId]);
  const found: Found[] = [];
  for (const [at, item] of items.entries()) {
    if (at % itemsPerTurn === 0) await setImmediate();
    const ready = readyItem(item);
    const words = draft.matcher(ready);
    const { current = null, settled = false } = standing.get(pairOf(item.id, draft.thesisId)) ?? {};
    const winner = winnersOf(ready, rules).get(draft.thesisId)?.rule ?? null;
    found.push({
      shown: { id: item.id, title: item.title, publishedAt: item.publishedAt, current },
      met: words !== null,
      words: words ?? [],
      outcome: outcomeOf(draft, { winner, current, settled }),
    });
  }
  return found;
}
