"use server";

import { action } from "@/server/action";
import { linkView, unlinkView } from "./commands/links";
import { chooseView, createView, deleteView, updateView } from "./commands/views";
import { filterFields, filterValues } from "./queries/filter-fields";

export const createViewAction = action(createView);
export const updateViewAction = action(updateView);
export const deleteViewAction = action(deleteView);
export const chooseViewAction = action(chooseView);
export const linkViewAction = action(linkView);
export const unlinkViewAction = action(unlinkView);
export const filterFieldsAction = action(filterFields);
export const filterValuesAction = action(filterValues);
