"use client";

import { type ReactNode, type RefObject, useRef } from "react";
import { Popover } from "react-aria-components";
import { OverlaySetting } from "./overlay-setting";
import styles from "./popover.module.css";
import { useFirstField } from "./use-first-field";

export type PopoverFrameProps = {
  anchor: RefObject<HTMLElement | null>;
  name: string;
  align?: "start" | "end" | undefined;
  onClose: () => void;
  children: ReactNode;
};

export function PopoverFrame({ anchor, name, align = "start", onClose, children }: PopoverFrameProps) {
  const frame = useRef<HTMLElement>(null);
  useFirstField(frame);
  return (
    <OverlaySetting>
      <Popover
        ref={frame}
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
