"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page appears; one that is read anew stays
  useEffect(() => {
    if (shown.has(writtenAt)) router.refresh();
  }, []);
  useEffect(() => {
    shown.add(writtenAt);
  }, [writtenAt]);
  return null;
}
