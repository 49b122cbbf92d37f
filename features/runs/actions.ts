"use server";

import { action } from "@/server/action";
import { cancelRun, undoRun } from "./commands/runs";

export const cancelRunAction = action(cancelRun);
export const undoRunAction = action(undoRun);
