import { records } from "@/features/records";
import type { AppMessages } from "@/i18n/app-messages";
import type { Language } from "@/lib/filter/names";
import { parseFilter } from "@/lib/filter/parse";
import { printFilter } from "@/lib/filter/print";
import { catalogueOf } from "@/server/record/catalogue";
import type { RecordOf } from "@/server/record/record";
import type { ViewRecord } from "../../schema";

type Meaning = keyof AppMessages["views"]["help"];
export type Example = { text: string; meaning: Meaning };

const words: Example[] = [{ text: "openai OR 智谱", meaning: "phrase" }];
const theses: Example[] = [{ text: "thesis:agents -stance:against", meaning: "not" }, ...words];

/** What can be asked of each list, in English; the first stands in the empty box. */
const examples: Record<ViewRecord, readonly Example[]> = {
  news: [
    { text: "thesis:agents -stance:against published:last-30-days", meaning: "not" },
    { text: "published:last-7-days", meaning: "time" },
    ...words,
  ],
  companies: [
    { text: "country:CN stage:seed -thesis:agents", meaning: "not" },
    { text: "country:(CN OR US)", meaning: "several" },
    { text: "created:last-30-days", meaning: "time" },
    { text: "foundedYear:>=2020", meaning: "field" },
    { text: "country:none", meaning: "none" },
    ...words,
  ],
  deals: [
    { text: "amount:>=5000000 -stageKind:lost", meaning: "not" },
    { text: "created:last-30-days", meaning: "time" },
    { text: "owner:none", meaning: "none" },
    ...theses,
  ],
  feeds: [
    { text: "status:failing", meaning: "field" },
    { text: "created:last-30-days", meaning: "time" },
  ],
  stories: [
    { text: "published:last-7-days", meaning: "time" },
    { text: "thesis:agents", meaning: "field" },
  ],
  theses: [
    { text: "status:active", meaning: "field" },
    { text: "owner:none", meaning: "none" },
  ],
  audit: [
    { text: "at:last-7-days", meaning: "time" },
    { text: "entity:company", meaning: "field" },
  ],
  members: [{ text: "role:(analyst OR partner)", meaning: "several" }],
};

/** The same in the reader's language. */
export function examplesOf(record: ViewRecord, language: Language): Example[] {
  const of: RecordOf = records[record];
  const catalogue = catalogueOf(of);
  return examples[record].map(({ text, meaning }) => ({
    text: printFilter(parseFilter(text, catalogue), catalogue, language),
    meaning,
  }));
}
