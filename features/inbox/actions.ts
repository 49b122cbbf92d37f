"use server";

import { action } from "@/server/action";
import { openInbox, triage } from "./commands/triage";

export const openInboxAction = action(openInbox);
export const triageAction = action(triage);
