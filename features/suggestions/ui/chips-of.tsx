import type { ReactNode } from "react";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { Context } from "@/server/context";
import { suggestionsFor } from "../queries/suggestions";
import { shownSuggestions } from "./shown-suggestions";
import { SuggestionChips } from "./suggestion-chips";

/** Asked for at once. */
const most = 200;

/** By item: the theses suggested for it, ready to be shown; items without any are left out. */
export async function chipsOf(
  ctx: Context,
  items: readonly { id: string; title: string }[],
  theses: readonly ThesisOption[],
  locale: string,
): Promise<Record<string, ReactNode>> {
  const chips: Record<string, ReactNode> = {};
  for (let start = 0; start < items.length; start += most) {
    const some = items.slice(start, start + most);
    const { data } = await suggestionsFor(ctx, { ids: some.map(({ id }) => id) });
    const shown = shownSuggestions(data, theses, locale);
    for (const { id, title } of some) {
      const suggestions = shown.get(id);
      if (suggestions)
        chips[id] = (
          <SuggestionChips
            workspace={ctx.workspace.slug}
            newsId={id}
            title={title}
            suggestions={suggestions}
          />
        );
    }
  }
  return chips;
}
