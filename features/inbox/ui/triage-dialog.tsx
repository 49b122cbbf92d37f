"use client";

import dynamic from "next/dynamic";
import { useStore } from "@/components/state/store";
import type { InboxKeys, Triage } from "./triage";

const AssignDialog = dynamic(() => import("./assign-dialog").then((module) => module.AssignDialog), {
  ssr: false,
});

/** Open while somebody is being chosen for items. */
export function TriageDialog({ triage, inbox }: { triage: Triage; inbox: InboxKeys }) {
  const rows = useStore(triage, ({ assigning }) => assigning, null);
  if (!rows) return null;
  return <AssignDialog rows={rows} inbox={inbox} onTriage={triage.perform} onClose={triage.asked} />;
}
