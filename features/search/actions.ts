"use server";

import { action } from "@/server/action";
import { searchAll } from "./queries";

export const searchAllAction = action(searchAll);
