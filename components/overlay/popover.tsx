"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState } from "react";
import { loadOnIntent } from "./load-on-intent";
import type { PopoverFrameProps } from "./popover-frame";

const load = () => import("./popover-frame");
const PopoverFrame = dynamic(() => load().then((module) => module.PopoverFrame), { ssr: false });

type Props = {
  /** Names the button, and the popover when that has no name of its own. */
  label: string;
  className: string | undefined;
  trigger: ReactNode;
  /** What it shows; asked for only while it is open. */
  children: (close: () => void) => ReactNode;
} & Partial<Pick<PopoverFrameProps, "align" | "name">>;

/** A button that shows something beside it: controls, not only text. Esc, a click elsewhere and leaving it close it. */
export function Popover({ label, className, trigger, children, name = label, align }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        {...loadOnIntent(load)}
      >
        {trigger}
      </button>
      {open && (
        <PopoverFrame anchor={button} name={name} align={align} onClose={close}>
          {children(close)}
        </PopoverFrame>
      )}
    </>
  );
}
