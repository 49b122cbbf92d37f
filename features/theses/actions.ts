"use server";

import { action } from "@/server/action";
import { createThesis, updateThesis } from "./commands";

export const createThesisAction = action(createThesis);
export const updateThesisAction = action(updateThesis);
