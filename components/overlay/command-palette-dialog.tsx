"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField } from "react-aria-components";
import { Icon } from "@/components/icons";
import type { PaletteGroup, PaletteItem, PaletteSearch } from "./command-palette";
import styles from "./command-palette.module.css";
import { DialogFrame } from "./dialog-frame";
import { useSearch } from "./use-search";

type Props = { pages: readonly PaletteItem[]; search: PaletteSearch; onClose: () => void };

export function CommandPaletteDialog({ pages, search, onClose }: Props) {
  const t = useTranslations("shell.search");
  const [query, setQuery] = useState("");
  const { state, found } = useSearch(query, search);

  const matching = pages.filter((page) => contains(page.label, query));
  const groups: PaletteGroup[] = [
    ...(matching.length > 0 ? [{ group: t("pages"), items: matching }] : []),
    ...found,
  ];
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  const words = {
    idle: "",
    searching: t("loading"),
    found: count === 0 ? t("nothing", { query }) : "",
    failed: t("failed"),
  }[state];

  return (
    <DialogFrame kind="search" title={t("label")} onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={t("label")} className={styles.field ?? ""}>
          <Icon name="search" />
          <Input
            className={styles.input ?? ""}
            placeholder={t("placeholder")}
            autoComplete="off"
            onKeyDownCapture={(event) => {
              // The field would only be emptied; Esc closes the palette, but for an input method's own.
              if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
              event.stopPropagation();
              onClose();
            }}
          />
        </SearchField>
        <Menu
          aria-label={t("label")}
          className={styles.list ?? ""}
          onClose={onClose}
          renderEmptyState={() => <p className={styles.words}>{words}</p>}
        >
          {groups.map(({ group, items }) => (
            <MenuSection key={group} id={group}>
              <Header className={styles.group}>{group}</Header>
              {items.map(({ id, label, description, href }) => (
                <MenuItem key={id} id={id} textValue={label} href={href} className={styles.option ?? ""}>
                  <span>{label}</span>
                  {description && <small>{description}</small>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
      <p className={styles.foot}>
        <span role="status" className="visually-hidden">
          {state === "searching" ? t("loading") : t("results", { count })}
        </span>
        {state === "failed" && count > 0 ? words : t("hint")}
      </p>
    </DialogFrame>
  );
}

function contains(text: string, query: string): boolean {
  return text.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
}
