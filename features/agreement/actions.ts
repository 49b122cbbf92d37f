"use server";

import { action } from "@/server/action";
import { readTask } from "./commands/readings";
import { closeRound, drawRound } from "./commands/rounds";
import { settleDisagreement } from "./commands/settle";

export const drawRoundAction = action(drawRound);
export const closeRoundAction = action(closeRound);
export const readTaskAction = action(readTask);
export const settleAction = action(settleDisagreement);
