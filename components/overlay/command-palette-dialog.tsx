"use client";

import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField } from "react-aria-components";
import { Icon } from "@/components/icons";
import type { PaletteGroup, PaletteItem, PaletteSearch } from "./command-palette";
import styles from "./command-palette.module.css";
import { DialogFrame } from "./dialog-frame";
import { useSearch } from "./use-search";

type Props = { places: readonly PaletteGroup[]; search: PaletteSearch; onClose: () => void };

export function CommandPaletteDialog({ places, search, onClose }: Props) {
  const t = useTranslations("shell.search");
  const [query, setQuery] = useState("");
  const { state, found } = useSearch(query, search);

  const groups = [...matching(places, query), ...found];
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
              {items.map(({ id, label, description, href, submit }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={label}
                  className={styles.option ?? ""}
                  {...(submit ? { onAction: () => post(submit) } : { href })}
                >
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

/** The places that what is typed names; of the first group all, when nothing is typed. */
function matching(places: readonly PaletteGroup[], query: string): PaletteGroup[] {
  if (query.trim() === "") return places.slice(0, 1);
  return places
    .map(({ group, items }) => ({
      group,
      items: items.filter(({ label, also = [] }) => [label, ...also].some((name) => contains(name, query))),
    }))
    .filter(({ items }) => items.length > 0);
}

function post({ action, name, value }: NonNullable<PaletteItem["submit"]>): void {
  const form = new FormData();
  form.set(name, value);
  startTransition(() => action(form));
}

/** Does the text hold all that was typed, word by word? */
function contains(text: string, query: string): boolean {
  const name = text.toLocaleLowerCase();
  return query
    .trim()
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => name.includes(word));
}
