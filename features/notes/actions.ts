"use server";

import { action } from "@/server/action";
import {
  addCompanyNote,
  addDealNote,
  addNewsNote,
  addThesisNote,
  deleteNote,
  updateNote,
} from "./commands/notes";

export const addNewsNoteAction = action(addNewsNote);
export const addCompanyNoteAction = action(addCompanyNote);
export const addDealNoteAction = action(addDealNote);
export const addThesisNoteAction = action(addThesisNote);
export const updateNoteAction = action(updateNote);
export const deleteNoteAction = action(deleteNote);
