"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { openInboxAction } from "../actions";

/** When the pages were written that were shown before. */
const shown = new Set<string>();

/**
 * Remembers that one looks at the inbox now: what comes in from here on is new the next time. A page that is shown again, as
 * Back does, tells of the inbox as it was then and is read anew.
 */
export function InboxVisit({ workspace, writtenAt }: { workspace: string; writtenAt: string }) {
  const router = useRouter();
  useEffect(() => {
    void openInboxAction(workspace, {});
  }, [workspace]);
  const last = useRef("");
  useEffect(() => {
    if (last.current === writtenAt) return;
    last.current = writtenAt;
    if (shown.has(writtenAt)) router.refresh();
    shown.add(writtenAt);
  }, [writtenAt, router]);
  return null;
}
