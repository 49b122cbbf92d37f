"use server";

import { action } from "@/server/action";
import { getImport } from "./queries/imports";

export const getImportAction = action(getImport);
