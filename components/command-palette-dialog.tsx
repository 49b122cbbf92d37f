"use client";

import "@mantine/spotlight/styles.layer.css";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { PaletteGroup, PaletteItem, PaletteSearch } from "./command-palette";
import { Icon } from "./icons";
import { usePaletteSearch } from "./use-palette-search";

type Props = { pages: readonly PaletteItem[]; search: PaletteSearch; openings: number };

export function CommandPaletteDialog({ pages, search, openings }: Props) {
  const t = useTranslations("shell.search");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { state, groups } = usePaletteSearch(query, search);

  useEffect(() => {
    if (openings > 0) spotlight.open();
  }, [openings]);

  const matching = pages.filter((page) => contains(page.label, query));
  const shown: PaletteGroup[] = [...(matching.length > 0 ? [{ group: t("pages"), items: matching }] : []), ...groups];
  const count = shown.reduce((sum, group) => sum + group.items.length, 0);

  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight="min(26rem, 60dvh)">
      <Spotlight.Search
        placeholder={t("placeholder")}
        aria-label={t("label")}
        leftSection={<Icon name="search" />}
        size="md"
      />
      <Spotlight.ActionsList>
        {shown.map(({ group, items }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {items.map(({ id, label, description, href }) => (
              <Spotlight.Action key={id} label={label} description={description} onClick={() => router.push(href)} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {count === 0 && state === "found" && <Spotlight.Empty>{t("nothing", { query })}</Spotlight.Empty>}
        {count === 0 && state === "searching" && <Spotlight.Empty>{t("loading")}</Spotlight.Empty>}
        {state === "failed" && <Spotlight.Empty>{t("failed")}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      <Spotlight.Footer>
        <span role="status" className="visually-hidden">
          {state === "searching" ? t("loading") : t("results", { count })}
        </span>
        <small>{t("hint")}</small>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

function contains(text: string, query: string): boolean {
  return text.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
}
