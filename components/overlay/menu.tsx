"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { IconName } from "@/components/icons";
import { loadOnIntent } from "./load-on-intent";

const load = () => import("./menu-frame");
const MenuFrame = dynamic(() => load().then((module) => module.MenuFrame), { ssr: false });

/** Plain data, so that a server component can write it; `run` may be a server action. */
export type MenuEntry = {
  id: string;
  label: string;
  detail?: string;
  icon?: IconName;
  /** The entry one is at. */
  current?: boolean;
} & ({ href: string } | { run: () => unknown });

type Props = {
  id?: string;
  label: string;
  className: string | undefined;
  trigger: ReactNode;
  heading?: string;
  entries: readonly MenuEntry[];
  align?: "start" | "end";
};

/** A button with a menu of links and actions: arrow keys, letters, Esc. Has the focus again before an action runs. */
export function MenuButton({ id, label, className, trigger, heading, entries, align }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const pick = (entry: MenuEntry) => {
    flushSync(() => setOpen(false));
    button.current?.focus();
    if ("run" in entry) entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <button
        ref={button}
        id={id}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        {...loadOnIntent(load)}
      >
        {trigger}
      </button>
      {open && (
        <MenuFrame
          anchor={button}
          name={label}
          align={align}
          heading={heading}
          entries={entries}
          onPick={pick}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
