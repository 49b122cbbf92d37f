"use server";

import { action } from "@/server/action";
import { createRule, putSynonyms, updateRule } from "./commands/rules";
import { applyRule } from "./commands/runs";
import { dryRun } from "./queries/dry-run";
import { getRule } from "./queries/rules";

export const createRuleAction = action(createRule);
export const updateRuleAction = action(updateRule);
export const putSynonymsAction = action(putSynonyms);
export const applyRuleAction = action(applyRule);
export const dryRunAction = action(dryRun);
export const getRuleAction = action(getRule);
