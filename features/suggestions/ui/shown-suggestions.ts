import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { Suggestion } from "../schema";
import type { ShownSuggestion } from "./suggestion-chips";

/** Suggestions by news id, as the browser shows them: with names in one language. */
export function shownSuggestions(
  suggestions: readonly Suggestion[],
  theses: readonly ThesisOption[],
  locale: string,
): Map<string, ShownSuggestion[]> {
  const shown = new Map<string, ShownSuggestion[]>();
  for (const { newsId, thesisId, thesis, probability, words, modelId } of suggestions) {
    const known = theses.find(({ id }) => id === thesisId);
    const ofItem = shown.get(newsId) ?? [];
    shown.set(newsId, ofItem);
    ofItem.push({
      thesisId,
      name: known ? localizedText(known.name, locale) : thesis,
      colorIndex: known?.colorIndex ?? 0,
      probability: modelId === null ? null : probability,
      words,
    });
  }
  return shown;
}
