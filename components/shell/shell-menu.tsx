"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "../icons";
import styles from "./shell.module.css";

type Props = {
  /** What the button says to those who cannot see it, such as "Workspace: Blue Fund". */
  label: string;
  trigger: ReactNode;
  /** Links, buttons and forms; they may come from the server. A click on one closes the panel. */
  children: ReactNode;
  align?: "start" | "end";
};

/** A button that discloses a short list. Closes on Esc, on a click elsewhere and when the focus leaves. */
export function ShellMenu({ label, trigger, children, align = "end" }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", dismiss);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", dismiss);
    };
  }, [open]);

  return (
    <div ref={root} className={styles.menu}>
      <Button
        ref={button}
        look="quiet"
        className={styles.trigger}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {trigger}
        <Icon name="chevron" size={12} />
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link or button is a click too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens for its controls */}
      <div
        id={id}
        hidden={!open}
        className={`${styles.panel} ${align === "end" ? styles.end : styles.start}`}
        onClick={(event) => event.target instanceof Element && event.target.closest("a") && setOpen(false)}
      >
        {children}
      </div>
    </div>
  );
}
