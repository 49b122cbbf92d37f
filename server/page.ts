import { notFound } from "next/navigation";
import { AppError } from "./errors";

/**
 * What a page reads by an id of its address: the answer, or the "not found" page when there is none (also for an address
 * that is no id at all, and for what this role may not see).
 */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.details.fields?.id)) notFound();
    throw error;
  }
}
