import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { PickThesis } from "./desk-state";

/** Theses as the browser needs them to offer them: in their order (focus areas, then elements), named in one language. */
export function pickTheses(theses: readonly ThesisOption[], locale: string): PickThesis[] {
  return theses.map(({ id, slug, name, colorIndex }) => ({
    id,
    slug,
    name: localizedText(name, locale),
    colorIndex,
  }));
}
