"use client";

import "@mantine/spotlight/styles.layer.css";
import { createSpotlight, Spotlight, useSpotlight } from "@mantine/spotlight";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useState } from "react";
import { Icon } from "@/components/icons";
import styles from "@/components/keyboard/kbd-hint.module.css";
import type { PaletteGroup, PaletteItem, PaletteSearch } from "./command-palette";
import { usePaletteSearch } from "./use-palette-search";

type Props = { pages: readonly PaletteItem[]; search: PaletteSearch; openings: number };

const [store, palette] = createSpotlight();

export function CommandPaletteDialog({ pages, search, openings }: Props) {
  const t = useTranslations("shell.search");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { state, groups } = usePaletteSearch(query, search);
  const { listId } = useSpotlight(store);

  useEffect(() => {
    if (openings > 0) palette.open();
  }, [openings]);

  const matching = pages.filter((page) => contains(page.label, query));
  const shown: PaletteGroup[] = [
    ...(matching.length > 0 ? [{ group: t("pages"), items: matching }] : []),
    ...groups,
  ];
  const count = shown.reduce((sum, group) => sum + group.items.length, 0);

  /** Nothing chosen yet: Enter opens the first. An input method's Enter only ends its composition. */
  const openFirst = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    const first = shown[0]?.items[0];
    if (!first || document.getElementById(listId)?.querySelector("[data-selected]")) return;
    palette.close();
    router.push(first.href);
  };

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      overlayProps={{ blur: 0 }}
      attributes={{ content: { "aria-label": t("label") } }}
      scrollable
      maxHeight="min(26rem, 60dvh)"
    >
      <Spotlight.Search
        placeholder={t("placeholder")}
        aria-label={t("label")}
        onKeyDown={openFirst}
        leftSection={<Icon name="search" />}
        size="md"
      />
      <Spotlight.ActionsList>
        {shown.map(({ group, items }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {items.map(({ id, label, description, href }) => (
              <Spotlight.Action
                key={id}
                label={label}
                description={description}
                onClick={() => router.push(href)}
              />
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
        <small className={styles.hint}>{t("hint")}</small>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

function contains(text: string, query: string): boolean {
  return text.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
}
