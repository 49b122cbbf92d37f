"use client";

import { useEffect } from "react";
import { openInboxAction } from "../actions";

/** Remembers that one looks at the inbox now: what comes in from here on is new the next time. */
export function InboxVisit({ workspace }: { workspace: string }) {
  useEffect(() => {
    void openInboxAction(workspace, {});
  }, [workspace]);
  return null;
}
