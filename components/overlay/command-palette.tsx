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

/** What is posted to a server action when it is chosen. */
type Submit = { action: (form: FormData) => Promise<void>; name: string; value: string };
/** `also`: other words it is found by. */
export type PaletteItem = { id: string; label: string; description?: string; also?: readonly string[] } & (
  | { href: string; submit?: undefined }
  | { href?: undefined; submit: Submit }
);
export type PaletteGroup = { group: string; items: readonly PaletteItem[] };
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>;

const keys = ["mod+k"];

type Props = {
  /** Always offered, filtered by what is typed; the first group without anything typed, too. */
  places: readonly PaletteGroup[];
  /** Asked 200 ms after the last key; the signal aborts when more is typed. */
  search: PaletteSearch;
};

const load = () => import("./command-palette-dialog");
const Palette = dynamic(() => load().then((module) => module.CommandPaletteDialog), { ssr: false });

/** The search button of the shell. Opens on click and on Ctrl/⌘-K; the palette itself loads on the first opening. */
export function CommandPaletteButton({ places, search }: Props) {
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
      {open && <Palette places={places} search={search} onClose={() => setOpen(false)} />}
    </>
  );
}
