"use client";

import { type RefObject, useEffect } from "react";

/** What an overlay asks first has the focus when it opens, unless something in it took it already. */
export function useFirstField(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const overlay = frame.current;
    if (!overlay || (overlay !== document.activeElement && overlay.contains(document.activeElement))) return;
    const field = overlay.querySelector<HTMLElement>("input:not([type='hidden']), select, textarea");
    field?.focus({ preventScroll: true });
  }, [frame]);
}
