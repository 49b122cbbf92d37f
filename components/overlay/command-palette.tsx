"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Icon } from "@/components/icons";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import { ariaKeys, keyNames } from "@/components/keyboard/keymap";
import { useKeymap } from "@/components/keyboard/use-keymap";
import styles from "@/components/shell/shell.module.css";
import { loadOnIntent } from "./load-on-intent";

export type PaletteItem = { id: string; label: string; description?: string; href: string };
export type PaletteGroup = { group: string; items: readonly PaletteItem[] };
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>;

const keys = ["mod+k"];

type Props = {
  /** Always offered, filtered by what is typed. */
  pages: readonly PaletteItem[];
  /** Asked 200 ms after the last key; the signal aborts when more is typed. */
  search: PaletteSearch;
};

const load = () => import("./command-palette-dialog");
const Palette = dynamic(() => load().then((module) => module.CommandPaletteDialog), { ssr: false });

/** The search button of the shell. Opens on click and on Ctrl/⌘-K; the palette itself loads on the first opening. */
export function CommandPaletteButton({ pages, search }: Props) {
  const t = useTranslations("shell.search");
  const [open, setOpen] = useState(false);
  useKeymap(useMemo(() => [{ id: "search", label: t("open"), keys, run: () => setOpen(true) }], [t]));
  return (
    <>
      <button
        type="button"
        className={styles.searchButton}
        onClick={() => setOpen(true)}
        aria-label={t("open")}
        aria-haspopup="dialog"
        aria-keyshortcuts={ariaKeys(keys)}
        {...loadOnIntent(load)}
      >
        <Icon name="search" />
        <span>{t("placeholder")}</span>
        <KbdHint keys={keyNames(keys)} />
      </button>
      {open && <Palette pages={pages} search={search} onClose={() => setOpen(false)} />}
    </>
  );
}
