import { z } from "zod";
import { maxText } from "@/lib/filter/problems";
import { StoredFilter } from "@/lib/filter/schema";

/** The records that can be asked for, as their lists' paths call them. */
export const filteredRecords = [
  "news",
  "companies",
  "deals",
  "feeds",
  "stories",
  "theses",
  "audit",
  "members",
] as const;

/** One of them is called by its own name, too. */
const singular: Readonly<Record<string, string>> = {
  company: "companies",
  deal: "deals",
  feed: "feeds",
  story: "stories",
  thesis: "theses",
  member: "members",
};

/** `text`: a filter as a person types it, in any language. `language`: in which it is answered. */
export const ParseFilter = z
  .object({
    record: z.preprocess(
      (raw) => (typeof raw === "string" ? (singular[raw] ?? raw) : raw),
      z.enum(filteredRecords, { error: `must be one of ${filteredRecords.join(", ")}` }),
    ),
    text: z
      .string({ error: "must be text" })
      .max(maxText, { error: `must have at most ${maxText} characters` }),
    language: z.enum(["en", "zh"], { error: "must be en or zh" }).default("en"),
  })
  .strict();

/** The filter that a text is, and how it is written. */
export const ParsedFilter = z.object({ filter: StoredFilter, text: z.string() });
