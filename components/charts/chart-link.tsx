"use client";

import type { MouseEvent, ReactNode } from "react";

type Props = { href: string | undefined; onOpen: (href: string) => void; children: ReactNode };

/**
 * What a mark of a chart opens. A plain click goes through the router; Ctrl, ⌘ and the middle button open a tab as with any link.
 * It is for the pointer: the keyboard walks the chart as a whole, and the table below has the same links in words.
 */
export function ChartLink({ href, onOpen, children }: Props) {
  if (!href) return children;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(href);
  };
  return (
    <a href={href} tabIndex={-1} onClick={follow}>
      {children}
    </a>
  );
}
