"use client";

import type { ReactNode, RefObject } from "react";
import { Popover } from "react-aria-components";
import { OverlaySetting } from "./overlay-setting";
import styles from "./popover.module.css";

export type PopoverFrameProps = {
  anchor: RefObject<HTMLElement | null>;
  name: string;
  align?: "start" | "end" | undefined;
  onClose: () => void;
  children: ReactNode;
};

export function PopoverFrame({ anchor, name, align = "start", onClose, children }: PopoverFrameProps) {
  return (
    <OverlaySetting>
      <Popover
        isOpen
        onOpenChange={(open) => open || onClose()}
        triggerRef={anchor}
        placement={`bottom ${align}`}
        offset={4}
        aria-label={name}
        className={styles.popover ?? ""}
      >
        {children}
      </Popover>
    </OverlaySetting>
  );
}
