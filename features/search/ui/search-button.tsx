"use client";

import { useLocale, useTranslations } from "next-intl";
import { CommandPaletteButton, type PaletteGroup } from "@/components/overlay/command-palette";
import { localizedText } from "@/components/text/localized-text";
import { searchAllAction } from "../actions";
import type { Hit } from "../schema";

// Written out here: the schema itself would bring its parser into every page.
const kinds = ["thesis", "company", "deal", "news", "note"] as const satisfies readonly Hit["kind"][];

/** The palette over `search.all`: theses, companies, deals, news and notes, each kind a group, in that order. */
export function SearchButton({ workspace, places }: { workspace: string; places: readonly PaletteGroup[] }) {
  const t = useTranslations("settings.shell.kinds");
  const locale = useLocale();

  const search = async (q: string): Promise<readonly PaletteGroup[]> => {
    const result = await searchAllAction(workspace, { q: q.slice(0, 1000) });
    if (!result.ok) throw new Error(result.error.message);
    return kinds
      .map((kind) => ({
        group: t(kind),
        items: result.data.data
          .filter((hit) => hit.kind === kind)
          .map((hit) => ({
            id: `${kind}-${hit.id}-${hit.detail}`,
            label: localizedText(hit.label, locale),
            description: kind === "thesis" ? "" : hit.detail,
            href: `/w/${workspace}/${hrefOf(hit)}`,
          })),
      }))
      .filter(({ items }) => items.length > 0);
  };
  return <CommandPaletteButton places={places} search={search} />;
}

function hrefOf({ kind: found, of, id, slug }: Hit): string {
  const kind = of ?? found;
  if (kind === "thesis") return `theses/${slug ?? id}`;
  return kind === "news" ? `news/${id}` : kind === "company" ? `companies/${id}` : `deals/${id}`;
}
