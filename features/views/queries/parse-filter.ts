import { records } from "@/features/records";
import { printFilter } from "@/lib/filter/print";
import { AppError } from "@/server/errors";
import { query } from "@/server/operation";
import { askedFilter, FilterRefused, readParts } from "@/server/record/asked-filter";
import { catalogueOf } from "@/server/record/catalogue";
import { ParsedFilter, ParseFilter } from "../schema";

export const parseFilter = query({
  name: "filter.parse",
  summary:
    "Read a filter as a person types it; INVALID says what is wrong and, in `at`, behind how many characters",
  allow: "workspace:read",
  http: { method: "POST", path: "/filters/parse" },
  input: ParseFilter,
  output: ParsedFilter,
  run: async (ctx, { record, text, language }) => {
    const of = records[record];
    if (!ctx.can(of.read)) throw new AppError("FORBIDDEN", `The role ${ctx.role} does not see ${record}.`);
    try {
      await askedFilter(ctx, of, { where: text });
    } catch (error) {
      if (!(error instanceof FilterRefused)) throw error;
      throw new FilterRefused(error.refusals.map((refusal) => ({ ...refusal, param: "text" })));
    }
    const [part] = readParts(of, { where: text }).parts;
    const filter = part?.filter ?? { and: [] };
    return { filter, text: printFilter(filter, catalogueOf(of), language) };
  },
});
